// Netlify for {{ title }}, {{ version }}: put this folder, edge-functions/, into netlify/ beside the folder of the
// site, and the files _headers and _redirects into the site. It answers a request for a resource (no suffix) by 303
// and the document that the Accept header weighs most.
{% include "negotiation.js.jinja" %}

export const config = { path: "/*", method: ["GET", "HEAD"] };

export default async function (request) {
  const url = new URL(request.url);
  if (isFile(url)) return undefined;
  if (url.pathname.startsWith(SERVICE)) {
    const collection = await ofService(place(url), url, exists);
    return collection ? fetch(collection) : undefined;
  }
  return (await negotiated(request, exists)) ?? undefined;
}

/** Whether there is such a file. */
async function exists(url) {
  return (await fetch(url, { method: "HEAD" })).status === 200;
}
