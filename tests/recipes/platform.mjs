// What Netlify and Cloudflare Pages do with a folder and a function, as far as our recipes rely on it:
// node platform.mjs <netlify|cloudflare> <function> <folder> <port>
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [platform, module, folder, port] = process.argv.slice(2);
const recipe = await import(pathToFileURL(module));
const rules = headerRules(readFileSync(join(folder, "_headers"), "utf8"));

/** The rules of a file _headers: a pattern of the path, and headers. */
function headerRules(text) {
  const found = [];
  for (const line of text.split("\n").filter((line) => line.trim())) {
    if (!line.startsWith(" ")) found.push({ pattern: pattern(line.trim()), headers: [] });
    else found.at(-1).headers.push(/^\s*([^:]+):?\s*(.*)$/.exec(line).slice(1));
  }
  return found;
}

function pattern(path) {
  return new RegExp(`^${path.split("*").map((part) => part.replace(/[.+?()[\]\\$^|]/g, "\\$&")).join(".*")}$`);
}

function file(path) {
  const found = join(folder, decodeURIComponent(path));
  return existsSync(found) && statSync(found).isFile() ? found : null;
}

/**
 * What the rules say of a path. Where several have the same header, Cloudflare joins the values, unless a line
 * "! Name" removes those before; for Netlify the last one counts.
 */
function ruled(path) {
  const headers = new Headers();
  for (const [name, value] of rules.filter((rule) => rule.pattern.test(path)).flatMap((rule) => rule.headers)) {
    if (platform !== "cloudflare") headers.set(name, value);
    else if (name.startsWith("! ")) headers.delete(name.slice(2));
    else headers.append(name, value);
  }
  return headers;
}

/** A static file as the platform serves it: /a is the page /a.html; Cloudflare leads from that back to /a. */
function asset(request) {
  const url = new URL(request.url);
  if (platform === "cloudflare" && url.pathname.endsWith(".html")) {
    return new Response(null, { status: 308, headers: { Location: url.pathname.slice(0, -".html".length) } });
  }
  const names = url.pathname.endsWith("/") ? [`${url.pathname}index.html`] : [url.pathname, `${url.pathname}.html`];
  const found = names.map(file).find((name) => name !== null);
  const headers = new Headers({ "Content-Type": found?.endsWith(".html") ? "text/html; charset=utf-8" : "" });
  for (const [name, value] of ruled(url.pathname)) headers.set(name, value);
  if (!found) return new Response(readFileSync(join(folder, "404.html")), { status: 404, headers });
  return new Response(request.method === "HEAD" ? null : readFileSync(found), { status: 200, headers });
}

async function answer(request) {
  if (platform === "cloudflare") {
    const env = { ASSETS: { fetch: async (given) => asset(given) } };
    return recipe.onRequest({ request, env, next: async () => asset(request) });
  }
  globalThis.fetch = async (url, options) => answer(new Request(url, options));
  return (await recipe.default(request, {})) ?? asset(request);
}

createServer(async (incoming, outgoing) => {
  const { method, headers } = incoming;
  const request = new Request(`http://127.0.0.1:${port}${incoming.url}`, { method, headers });
  const response = await answer(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}).listen(Number(port), "127.0.0.1");
