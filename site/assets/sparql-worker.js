// Oxigraph in a worker of its own, so that no query can freeze the page. Messages in: `load` with
// the addresses, then `query`. The default graph holds the triples of all graphs, each once, as on
// the command line; the named graphs stay beside it.
"use strict";

importScripts("sparql-text.js", "sparql-arithmetic.js", "vendor/oxigraph/oxigraph.js");

let store = null;
let readsFromTheLeft = true;

async function bytesOf(address, what) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${what} could not be loaded: HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Unpack gzip; some servers have told the browser to do so already. */
async function unpacked(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function load({ dataset }) {
  const wasm = new URL("vendor/oxigraph/oxigraph.wasm", self.location.href);
  const [engine, packed] = await Promise.all([bytesOf(wasm, "The engine"), bytesOf(dataset, "The dataset")]);
  await oxigraph.start({ module_or_path: engine });
  const format = /\.trig(\.gz)?$/.test(dataset) ? "application/trig" : "application/n-quads";
  store = new oxigraph.Store();
  store.load(new TextDecoder().decode(await unpacked(packed)), { format });
  store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }");
  readsFromTheLeft = number("SELECT (3 - 2 - 1 AS ?n) WHERE {}") === 0;
  return { triples: number("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }") };
}

const json = (text) => JSON.parse(store.query(text, { results_format: "json" }));

const number = (text) => Number(json(text).results.bindings[0].n.value);

function term({ termType, value, language, datatype }) {
  if (termType === "NamedNode") return { type: "uri", value };
  if (termType === "BlankNode") return { type: "bnode", value };
  if (language) return { type: "literal", "xml:lang": language, value };
  return { type: "literal", datatype: datatype.value, value };
}

function ask(text) {
  const form = CrosswalkSparql.form(text);
  if (form === "CONSTRUCT" || form === "DESCRIBE") {
    const triples = store.query(text).map((quad) => [quad.subject, quad.predicate, quad.object].map(term));
    return { triples };
  }
  return json(text);
}

/** Ask what the query means; where that fails, the query as it stands, so that errors name its own places. */
function asked({ text }) {
  const meant = readsFromTheLeft ? text : CrosswalkArithmetic.bracketed(text);
  try {
    return ask(meant);
  } catch (error) {
    if (meant === text) throw error;
    return ask(text);
  }
}

async function answered({ data }) {
  const started = performance.now();
  try {
    const result = data.what === "load" ? await load(data) : asked(data);
    postMessage({ id: data.id, result, milliseconds: performance.now() - started });
  } catch (error) {
    postMessage({ id: data.id, error: String(error.message || error) });
  }
}

addEventListener("message", answered);
