// The SPARQL page: an editor, an engine in a worker, and the answer.
(() => {
  "use strict";

  const { answer, csv, json, ntriples, turtle, shortener, pages, table } = globalThis.CrosswalkAnswer;
  const { Engine, Stopped } = globalThis.CrosswalkEngine;
  const vocabulary = globalThis.crosswalkVocabulary;
  const ROOT = document.documentElement.dataset.root || "";
  const MOST_ROWS = 500;
  const byId = (name) => document.getElementById(`sparql-${name}`);
  const place = byId("editor");
  const names = {
    base: vocabulary.base, short: shortener(vocabulary.prefixes), page: pages(vocabulary, ROOT),
  };
  const FIRST = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
    + "SELECT ?concept ?notation ?label WHERE {\n"
    + "  ?concept skos:notation ?notation ; skos:prefLabel ?label .\n"
    + "} ORDER BY ?notation LIMIT 20\n";

  const engine = new Engine(place.dataset.worker, place.dataset.dataset);
  const weights = vocabulary.weights.map(megabytes);
  const size = `engine ${weights[0]}, dataset ${weights[1]}`;
  let found = null;

  const say = (text) => { byId("status").textContent = text; };

  function megabytes(bytes) {
    return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  }

  function time(milliseconds) {
    return milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  }

  /** Do `work`, one at a time, with the buttons set so. */
  async function busy(work) {
    if (byId("run").disabled) return;
    byId("run").disabled = true;
    byId("load").disabled = true;
    byId("stop").disabled = false;
    await work();
    byId("run").disabled = false;
    byId("load").disabled = engine.ready;
    byId("stop").disabled = true;
  }

  async function ready() {
    if (engine.ready) return;
    say(`Loading: ${size} …`);
    const { result, milliseconds } = await engine.load();
    say(`Loaded in ${time(milliseconds)}: ${result.triples.toLocaleString("en")} triples.`);
  }

  async function answered(text) {
    forget();
    remember(text);
    try {
      await ready();
      say("Running …");
      const { result, milliseconds } = await engine.query(text);
      show(answer(result), milliseconds);
    } catch (error) {
      fail(error, text);
    }
  }

  const run = () => busy(() => answered(editor.text()));
  const load = () => busy(() => ready().catch((error) => fail(error, "")));

  function forget() {
    byId("error").hidden = true;
    byId("answer").hidden = true;
    editor.markLine(0);
  }

  function fail(error, text) {
    if (error instanceof Stopped) {
      say("Stopped. The dataset is loaded again with the next query.");
      return;
    }
    const { line, column, reason } = globalThis.CrosswalkSparql.explained(error.message, text);
    const where = line ? `Line ${line}, column ${column}: ` : "";
    const paragraph = document.createElement("p");
    paragraph.textContent = where + reason;
    byId("error").replaceChildren(paragraph);
    byId("error").hidden = false;
    if (line) editor.markLine(line);
    say("The query was not answered.");
  }

  function show(result, milliseconds) {
    found = result;
    byId("answer").hidden = false;
    downloads();
    if (result.kind === "boolean") {
      const word = document.createElement("p");
      Object.assign(word, { className: "sparql-yes-no", textContent: result.value ? "Yes" : "No" });
      byId("result").replaceChildren(word);
      say(`${word.textContent}, in ${time(milliseconds)}.`);
    } else {
      rows(MOST_ROWS);
      const unit = result.kind === "triples" ? "triple" : "row";
      say(`${count(result.rows.length, unit)} in ${time(milliseconds)}.`);
    }
  }

  const count = (number, unit) => `${number.toLocaleString("en")} ${unit}${number === 1 ? "" : "s"}`;

  function rows(most) {
    const total = found.rows.length;
    byId("more").hidden = total <= most;
    if (found.kind === "triples") {
      const text = document.createElement("pre");
      text.tabIndex = 0;
      text.textContent = turtle({ ...found, rows: found.rows.slice(0, most) }, vocabulary.prefixes) || "# no triples\n";
      byId("result").replaceChildren(text);
      return;
    }
    const caption = total > most
      ? `The first ${count(most, "row")} of ${total.toLocaleString("en")}; the files hold them all.`
      : count(total, "row");
    const wrap = document.createElement("div");
    Object.assign(wrap, { className: "table-wrap", tabIndex: 0, role: "region", ariaLabel: "Rows of the answer" });
    wrap.append(table(found, names, caption, most));
    byId("result").replaceChildren(wrap);
  }

  const FILES = {
    boolean: [["JSON", "answer.srj", "application/sparql-results+json", json]],
    solutions: [
      ["CSV", "answer.csv", "text/csv", csv],
      ["JSON", "answer.srj", "application/sparql-results+json", json],
    ],
    triples: [
      ["Turtle", "answer.ttl", "text/turtle", (result) => turtle(result, vocabulary.prefixes)],
      ["N-Triples", "answer.nt", "application/n-triples", ntriples],
    ],
  };

  function downloads() {
    byId("downloads").replaceChildren(...FILES[found.kind].map(([label, file, type, write]) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", textContent: `Download ${label}` });
      button.addEventListener("click", () => save(file, type, write(found)));
      return button;
    }));
  }

  function save(file, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  const fragment = (text) => `#query=${encodeURIComponent(text)}`;

  /** Keep the query in the address. */
  function remember(text) {
    history.replaceState(null, "", fragment(text));
  }

  async function copyLink() {
    remember(editor.text());
    try {
      await navigator.clipboard.writeText(location.href);
      say("The link was copied.");
    } catch {
      say("The link to this query is in the address bar.");
    }
  }

  /** Read the query from the address; with `&run` it is run as well. */
  function read() {
    const parameters = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
    return { text: parameters.get("query"), wanted: parameters.has("run") };
  }

  function follow() {
    const { text, wanted } = read();
    if (text !== null && text !== editor.text()) editor.setText(text);
    if (text !== null && wanted) run();
  }

  const editor = globalThis.CrosswalkEditor.create({
    parent: place,
    text: read().text ?? FIRST,
    label: "SPARQL query",
    complete: globalThis.CrosswalkCompletion.completer(vocabulary),
    onRun: run,
    onChange: () => {},
  });

  function start() {
    globalThis.CrosswalkTerms.show(vocabulary, names);
    byId("link").addEventListener("click", copyLink);
    byId("more").addEventListener("click", () => rows(Infinity));
    if (location.protocol === "file:") {
      byId("file").hidden = false;
      byId("run").disabled = true;
      byId("load").disabled = true;
      return;
    }
    byId("run").addEventListener("click", run);
    byId("stop").addEventListener("click", () => engine.stop());
    byId("load").addEventListener("click", load);
    addEventListener("hashchange", follow);
    say(`Loaded when you first run a query: ${size}.`);
    follow();
  }

  start();
})();
