// What the dataset holds, as tables that are made when they are opened.
(() => {
  "use strict";

  const INTEGER = "http://www.w3.org/2001/XMLSchema#integer";

  /** The columns of each table, and its rows as plain values. */
  const TABLES = {
    classes: (vocabulary) => [["Class", "Instances", "Label"], vocabulary.classes],
    properties: (vocabulary) => [["Property", "Triples", "Label"], vocabulary.properties],
    graphs: (vocabulary) => [["Graph"], vocabulary.graphs.map((iri) => [iri])],
    prefixes: (vocabulary) => [["Prefix", "Namespace"], Object.entries(vocabulary.prefixes)],
  };

  function term(value, isIri) {
    if (isIri) return { type: "uri", value };
    return { type: "literal", value: String(value), datatype: typeof value === "number" ? INTEGER : undefined };
  }

  function termTable(kind, vocabulary, names) {
    const [columns, entries] = TABLES[kind](vocabulary);
    const rows = entries.map((entry) => entry.map((value, n) => term(value, n === 0 && kind !== "prefixes")));
    return globalThis.CrosswalkAnswer.table({ columns, rows }, names, `${entries.length} in all`, Infinity);
  }

  function show(vocabulary, names) {
    for (const holder of document.querySelectorAll("[data-terms]")) {
      holder.parentElement.addEventListener("toggle", () => {
        if (!holder.firstChild) holder.append(termTable(holder.dataset.terms, vocabulary, names));
      });
    }
  }

  globalThis.CrosswalkTerms = { show };
})();
