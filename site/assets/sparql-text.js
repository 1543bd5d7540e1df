// SPARQL text in the browser, by the rules of crosswalk_rdf.queries: its tokens, its form, and the
// values of parameters bound to it. Used by the pages of queries, the SPARQL page and its worker.
(() => {
  "use strict";

  const TOKEN = new RegExp([
    String.raw`(?<iri><[^<>"{}|^\u0060\\\x00-\x20]*>)`,
    String.raw`(?<comment>#[^\r\n]*)`,
    String.raw`(?<string>"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}`
      + String.raw`|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')`,
    String.raw`(?<variable>[?$][\p{L}\p{N}_]+)`,
    String.raw`(?<word>[\p{L}\p{N}_.-]*:[\p{L}\p{N}_.:%\\-]*|[\p{L}\p{N}_]+)`,
    String.raw`(?<mark>\S)`,
  ].join("|"), "gsu");
  const FORMS = ["SELECT", "CONSTRUCT", "ASK", "DESCRIBE"];

  /** The tokens of a query, without comments and white space. */
  function tokens(text) {
    return [...text.matchAll(TOKEN)].flatMap((match) => {
      const [kind] = Object.entries(match.groups).find(([, found]) => found !== undefined);
      const start = match.index;
      return kind === "comment" ? [] : [{ kind, text: match[0], start, end: start + match[0].length }];
    });
  }

  /** SELECT, CONSTRUCT, ASK or DESCRIBE; the empty text if a query has none of them. */
  function form(text) {
    const words = tokens(text).filter((token) => token.kind === "word");
    return words.map((token) => token.text.toUpperCase()).find((word) => FORMS.includes(word)) || "";
  }

  /** The prefixes that a query declares: name to namespace. */
  function declared(text) {
    const found = {};
    const all = tokens(text);
    all.forEach((token, n) => {
      if (token.text.toUpperCase() !== "PREFIX" || !all[n + 2]) return;
      found[all[n + 1].text.replace(/:$/, "")] = all[n + 2].text.slice(1, -1);
    });
    return found;
  }

  const isParameter = (token) => token.kind === "variable" && token.text[1] === "_" && token.text.length > 2;

  function valuesBlocks(text) {
    const all = tokens(text);
    return all.slice(0, -3).flatMap((values, n) => {
      const [variable, brace] = [all[n + 1], all[n + 2]];
      if (values.text.toUpperCase() !== "VALUES" || brace.text !== "{" || !isParameter(variable)) return [];
      const close = all.slice(n + 3).find((token) => token.text === "}");
      return close ? [{ parameter: variable.text.slice(2), start: values.start, end: close.end }] : [];
    });
  }

  /** The query with parameters replaced by `terms` and their VALUES blocks gone; lines keep their numbers. */
  function withTerms(text, terms) {
    const has = (name) => Object.hasOwn(terms, name);
    const blocks = valuesBlocks(text).filter((block) => has(block.parameter));
    const inBlock = (at) => blocks.some((block) => block.start <= at && at < block.end);
    const changes = tokens(text)
      .filter((token) => isParameter(token) && has(token.text.slice(2)) && !inBlock(token.start))
      .map((token) => ({ ...token, by: terms[token.text.slice(2)] }));
    for (const block of blocks) {
      const lines = text.slice(block.start, block.end).split("\n").length - 1;
      changes.push({ ...block, by: "\n".repeat(lines) });
    }
    let done = 0;
    let made = "";
    for (const change of changes.sort((a, b) => a.start - b.start)) {
      made += text.slice(done, change.start) + change.by;
      done = change.end;
    }
    return made + text.slice(done);
  }

  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

  /** A quoted literal; the letter after a backslash is written as a code point (SPARQL 1.1, 19.2). */
  function string(value) {
    if (value.includes("\0") || !value.isWellFormed()) throw new RangeError("text without that character");
    const escaped = value.replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character]);
    const point = (_, letter) => `\\\\U${letter.charCodeAt(0).toString(16).toUpperCase().padStart(8, "0")}`;
    return `"${escaped.replace(/\\([uU])/g, point)}"`;
  }

  function notation(value) {
    if (!value || /\s/.test(value)) throw new RangeError("a notation, without white space");
    return string(value);
  }

  function iri(value, { base, prefixes }) {
    const bare = /^<.*>$/s.test(value) ? value.slice(1, -1) : value;
    const [prefix] = bare.split(":", 1);
    let whole = bare;
    if (bare.includes(":") && Object.hasOwn(prefixes, prefix)) {
      whole = prefixes[prefix] + bare.slice(prefix.length + 1);
    }
    if (bare && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(whole)) whole = base + bare.replace(/^\/+/, "");
    if (!/^[A-Za-z][A-Za-z0-9+.-]*:[^<>"{}|^\u0060\\\x00-\x20]*$/.test(whole)) {
      throw new RangeError("an IRI, a prefixed name such as skos:Concept, or a path below the base");
    }
    return `<${whole}>`;
  }

  function integer(value) {
    if (!/^[+-]?[0-9]{1,18}$/.test(value)) throw new RangeError("a whole number such as 3");
    return String(BigInt(value.replace(/^\+/, "")));
  }

  function boolean(value) {
    if (value !== "true" && value !== "false") throw new RangeError("true or false");
    return value;
  }

  const TYPES = { string, notation, iri, integer, boolean };

  /** The SPARQL term for what was given; throws a RangeError that says what is expected. */
  const term = (type, value, names) => TYPES[type](value, names);

  const PLACE = /error at ([0-9]+):([0-9]+): (.*)/s;

  function short(message) {
    const text = message.split(/\s+/).join(" ").trim();
    return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
  }

  /** What Oxigraph says about a query as { line, reason }; line 0 where it names none. */
  function explained(message, text) {
    const match = message.match(PLACE);
    if (!match) return { line: 0, column: 0, reason: short(message) };
    const [line, column] = [Number(match[1]), Number(match[2])];
    const here = text.split(/\r?\n/)[line - 1] || "";
    const prefix = here.slice(0, column - 1).match(/([A-Za-z][\w.-]*)?:[^\s:]*\s*$/);
    if (match[3].includes("Prefix not found") && prefix) {
      const name = `${prefix[1] || ""}:`;
      return { line, column, reason: `the prefix ${name} is not declared; add PREFIX ${name} <…> at the top` };
    }
    const rest = here.slice(column - 1).trim().slice(0, 30);
    const found = rest ? `“${rest}”` : "the end of the line";
    return { line, column, reason: `${found} cannot stand here; ${short(match[3])}` };
  }

  globalThis.CrosswalkSparql = { tokens, form, declared, withTerms, term, explained };
})();
