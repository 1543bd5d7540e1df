// What the SPARQL editor offers: prefixes, classes and properties of the dataset, variables, keywords.
// The data are `crosswalkVocabulary` (crosswalk_rdf/site/vocabulary.py).
(() => {
  "use strict";

  const KEYWORDS = ("SELECT DISTINCT WHERE OPTIONAL FILTER UNION GRAPH VALUES BIND AS ORDER BY GROUP HAVING LIMIT "
    + "OFFSET DESC ASC COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT CONSTRUCT ASK DESCRIBE PREFIX MINUS EXISTS NOT "
    + "IN STR LANG LANGMATCHES DATATYPE BOUND IRI REGEX CONTAINS STRSTARTS STRENDS LCASE UCASE STRLEN CONCAT "
    + "REPLACE COALESCE IF UNDEF").split(" ");
  const WORD = /[?$]?[\p{L}\p{N}_-]*:?[\p{L}\p{N}_.-]*$/u;
  const VALID = /^[?$]?[\p{L}\p{N}_-]*:?[\p{L}\p{N}_.-]*$/u;

  /** The completions of terms: each brings its PREFIX line along where the query lacks it. */
  function termOptions(vocabulary, short) {
    const options = (terms, type, unit) => terms.map(([iri, count, label], rank) => {
      const name = short(iri);
      return {
        label: name ? name.text : `<${iri}>`,
        detail: [label, `${count.toLocaleString("en")} ${unit}`].filter(Boolean).join(" · "),
        type,
        boost: Math.max(0, 40 - rank),
        apply: inserted(name ? name.text : `<${iri}>`, name && name.prefix, vocabulary),
      };
    });
    return [
      ...options(vocabulary.classes, "class", "instances"),
      ...options(vocabulary.properties, "property", "triples"),
    ];
  }

  function prefixOptions(vocabulary) {
    return Object.entries(vocabulary.prefixes).map(([prefix, namespace]) => ({
      label: `${prefix}:`,
      detail: namespace,
      type: "namespace",
      boost: 20,
      apply: inserted(`${prefix}:`, prefix, vocabulary),
    }));
  }

  /** What puts `text` in place of what was typed, and a PREFIX line above the query. */
  function inserted(text, prefix, vocabulary) {
    return (view, _completion, from, to) => {
      const document = view.state.doc.toString();
      const known = !prefix || prefix in globalThis.CrosswalkSparql.declared(document);
      const line = known ? "" : `PREFIX ${prefix}: <${vocabulary.prefixes[prefix]}>\n`;
      const changes = [{ from, to, insert: text }];
      const at = lineFor(document);
      if (line) changes.push({ from: at, insert: line });
      const before = at <= from ? line.length : 0;
      view.dispatch({ changes, selection: { anchor: from + before + text.length }, userEvent: "input.complete" });
    };
  }

  /** Where a new PREFIX line goes: before the first token of the query. */
  function lineFor(document) {
    const [first] = globalThis.CrosswalkSparql.tokens(document);
    return first ? document.lastIndexOf("\n", first.start - 1) + 1 : document.length;
  }

  function variableOptions(document, typed) {
    const found = globalThis.CrosswalkSparql.tokens(document).filter((token) => token.kind === "variable");
    const names = new Set(found.map((token) => token.text));
    names.delete(typed);
    return [...names].map((name) => ({ label: name, type: "variable", boost: 60 }));
  }

  /** After `a` or rdf:type stands a class. */
  function favouringClasses(options, before) {
    if (!/(?:^|[\s;{])(?:a|rdf:type)\s+$/.test(before)) return options;
    return options.map((option) => (option.type === "class" ? { ...option, boost: option.boost + 50 } : option));
  }

  /** Return what completes: context to completions, as CodeMirror's autocompletion asks for. */
  function completer(vocabulary) {
    const short = globalThis.CrosswalkAnswer.shortener(vocabulary.prefixes);
    const terms = termOptions(vocabulary, short);
    const prefixes = prefixOptions(vocabulary);
    const keywords = KEYWORDS.map((label) => ({ label, type: "keyword" }));
    return ({ quiet, explicit, position, document }) => {
      const before = document.slice(0, position);
      const [typed] = before.match(WORD);
      if (quiet || (!typed && !explicit)) return null;
      const from = position - typed.length;
      if (/^[?$]/.test(typed)) return { from, options: variableOptions(document, typed), validFor: VALID };
      const options = favouringClasses(terms, before.slice(0, from));
      const rest = typed.includes(":") ? [] : [...prefixes, ...keywords];
      return { from, options: [...options, ...rest], validFor: VALID };
    };
  }

  globalThis.CrosswalkCompletion = { completer };
})();
