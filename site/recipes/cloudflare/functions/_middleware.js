// Cloudflare Pages for {{ title }}, {{ version }}: put this folder, functions/, beside the folder of the site (not
// into it) and the file _headers into the site. It answers a request for a resource (no suffix) by 303 and the
// document that the Accept header weighs most. Pages would redirect /a.html to /a: here /a.html stays.
{% include "negotiation.js.jinja" %}

export async function onRequest(context) {
  const { request, env } = context;
  const url = new URL(request.url);
  if (url.pathname.endsWith(".html") && isFile(url)) return page(url, request, env);
  if (isFile(url) || !["GET", "HEAD"].includes(request.method)) return context.next();
  if (url.pathname.startsWith(SERVICE)) {
    const collection = await ofService(place(url), url, (file) => exists(env, file));
    return collection ? env.ASSETS.fetch(new Request(collection, request)) : context.next();
  }
  return (await negotiated(request, (document) => exists(env, document))) ?? context.next();
}

/** The page itself, which Pages has under its name without suffix; that may look like another suffix. */
async function page(url, request, env) {
  const bare = new URL(url.pathname.replace(/(?:index)?\.html$/, ""), url);
  const response = await env.ASSETS.fetch(new Request(bare, request));
  if (!FILES.test(bare.pathname)) return response;
  const html = new Response(response.body, response);
  html.headers.set("Content-Type", "text/html; charset=utf-8");
  return html;
}

async function exists(env, url) {
  const isPage = url.pathname.endsWith(".html");
  const bare = new URL(url.pathname.replace(/\.html$/, ""), url);
  const found = await env.ASSETS.fetch(new Request(bare, { method: "HEAD" }));
  return found.status === 200 && (!isPage || FILES.test(bare.pathname) || /^text\/html/.test(found.headers.get("Content-Type")));
}
