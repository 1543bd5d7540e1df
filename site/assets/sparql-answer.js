// An answer in the form of SPARQL 1.1 Query Results JSON to what a page shows and what one downloads.
(() => {
  "use strict";

  const XSD = "http://www.w3.org/2001/XMLSchema#";
  const NUMBERS = ["integer", "decimal", "double"].map((name) => XSD + name);
  const LOCAL = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;
  const TRIPLE = ["subject", "predicate", "object"];

  function decimal(form) {
    const [whole, fraction = ""] = form.replace(/^[+-]+/, "").split(".");
    const digits = `${whole.replace(/^0+/, "") || "0"}.${fraction.replace(/0+$/, "")}`.replace(/\.$/, "");
    return form.startsWith("-") && digits !== "0" ? `-${digits}` : digits;
  }

  function lexical(form, datatype) {
    if (datatype === `${XSD}integer` && /^[+-]?[0-9]+$/.test(form)) return String(BigInt(form.replace(/^\+/, "")));
    if (datatype === `${XSD}decimal` && /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$/.test(form)) return decimal(form);
    if (datatype === `${XSD}boolean`) return { 1: "true", 0: "false" }[form] ?? form;
    return form;
  }

  /** A term in the one form that answers of the project have (crosswalk_rdf.store.answers). */
  function normal(term) {
    if (term.type !== "literal") return { type: term.type, value: term.value };
    const { value, datatype, "xml:lang": language } = term;
    if (language) return { type: "literal", "xml:lang": language.toLowerCase(), value };
    if (!datatype || datatype === `${XSD}string`) return { type: "literal", value };
    return { type: "literal", datatype, value: lexical(value, datatype) };
  }

  function escaped(value) {
    const signs = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r" };
    return `"${value.replace(/[\\"\n\r]/g, (sign) => signs[sign])}"`;
  }

  /** A term in N-Triples; `name` writes IRIs. */
  function written(term, name = (iri) => `<${iri}>`) {
    if (term.type === "uri") return name(term.value);
    if (term.type === "bnode") return `_:${term.value}`;
    if (term["xml:lang"]) return `${escaped(term.value)}@${term["xml:lang"]}`;
    return escaped(term.value) + (term.datatype ? `^^${name(term.datatype)}` : "");
  }

  const line = (triple) => `${triple.map((term) => written(term)).join(" ")} .\n`;

  /** What the worker gives as { kind, columns, rows } or { kind: "boolean", value }. */
  function answer(result) {
    if ("boolean" in result) return { kind: "boolean", value: result.boolean };
    if (result.triples) {
      const byLine = new Map(result.triples.map((triple) => triple.map(normal)).map((t) => [line(t), t]));
      const rows = [...byLine.keys()].sort().map((key) => byLine.get(key));
      return { kind: "triples", columns: TRIPLE, rows };
    }
    const columns = result.head.vars;
    const row = (binding) => columns.map((name) => (binding[name] ? normal(binding[name]) : null));
    return { kind: "solutions", columns, rows: result.results.bindings.map(row) };
  }

  function csvValue(term) {
    const text = !term ? "" : term.type === "bnode" ? `_:${term.value}` : term.value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function csv({ columns, rows }) {
    const lines = [columns.join(","), ...rows.map((row) => row.map(csvValue).join(",") || '""')];
    return lines.map((text) => `${text}\r\n`).join("");
  }

  function json(found) {
    if (found.kind === "boolean") return `${JSON.stringify({ head: {}, boolean: found.value }, null, 2)}\n`;
    const binding = (row) => Object.fromEntries(found.columns.map((name, n) => [name, row[n]]).filter(([, v]) => v));
    const document = { head: { vars: found.columns }, results: { bindings: found.rows.map(binding) } };
    return `${JSON.stringify(document, null, 2)}\n`;
  }

  const ntriples = ({ rows }) => rows.map(line).join("");

  /** Shortens IRIs with prefixes; the longest namespace that fits wins. */
  function shortener(prefixes) {
    const known = Object.entries(prefixes).sort(([, a], [, b]) => b.length - a.length);
    return (iri) => {
      for (const [prefix, namespace] of known) {
        const local = iri.slice(namespace.length);
        if (iri.startsWith(namespace) && LOCAL.test(local)) return { prefix, text: `${prefix}:${local}` };
      }
      return null;
    };
  }

  function turtle({ rows }, prefixes) {
    const short = shortener(prefixes);
    const used = new Map();
    const name = (iri) => {
      const found = short(iri);
      if (found) used.set(found.prefix, prefixes[found.prefix]);
      return found ? found.text : `<${iri}>`;
    };
    const subjects = new Map();
    for (const [subject, predicate, object] of rows) {
      const properties = subjects.get(written(subject, name)) || new Map();
      subjects.set(written(subject, name), properties);
      const verb = predicate.value.endsWith("22-rdf-syntax-ns#type") ? "a" : written(predicate, name);
      properties.set(verb, [...(properties.get(verb) || []), written(object, name)]);
    }
    const blocks = [...subjects].map(([subject, properties]) => {
      const verbs = [...properties].map(([verb, objects]) => `${verb} ${objects.join(", ")}`);
      return `${subject} ${verbs.join(" ;\n    ")} .\n`;
    });
    const declarations = [...used].sort().map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`);
    return [declarations.join(""), ...blocks].filter(Boolean).join("\n");
  }

  /** What finds the local page of an IRI: null where there is none. */
  function pages({ base, spaces, pages: single }, root) {
    const single_ = new Set(single);
    const spaces_ = new Set(spaces);
    return (iri) => {
      const space = iri.slice(0, Math.max(iri.lastIndexOf("/"), iri.lastIndexOf("#")) + 1);
      if (!iri.startsWith(base) || !(spaces_.has(space) || single_.has(iri))) return null;
      const [local, ...fragment] = iri.slice(base.length).split("#");
      const path = local.split("/").map(segment).join("/");
      return `${root}${path}.html${fragment.map((part) => `#${part}`).join("")}`;
    };
  }

  /** A segment as a URL has it, where the file's name is the segment decoded. */
  function segment(text) {
    let decoded = text;
    try {
      decoded = decodeURIComponent(text);
    } catch {
      return encodeURIComponent(text);
    }
    const unsafe = ["", ".", ".."].includes(decoded) || /[/\0]/.test(decoded);
    return encodeURIComponent(unsafe ? text : decoded);
  }

  function link(iri, names) {
    const short = names.short(iri);
    const page = names.page(iri);
    const made = document.createElement(page || /^(https?|mailto):/i.test(iri) ? "a" : "span");
    const below = iri.startsWith(names.base) ? `<${iri.slice(names.base.length)}>` : iri;
    made.textContent = short ? short.text : below;
    if (made.localName === "a") made.href = page || iri;
    if (made.textContent !== iri) made.title = iri;
    return made;
  }

  function cell(term, names) {
    const made = document.createElement("td");
    if (!term) return made;
    if (term.type === "uri") {
      made.append(link(term.value, names));
      return made;
    }
    made.textContent = term.type === "bnode" ? `_:${term.value}` : term.value;
    if (term["xml:lang"]) Object.assign(made, { lang: term["xml:lang"], dir: "auto" });
    return made;
  }

  /** A table of the first `most` rows. */
  function table({ columns, rows }, names, caption, most) {
    const made = document.createElement("table");
    made.createCaption().textContent = caption;
    const head = made.createTHead().insertRow();
    const shown = rows.slice(0, most);
    const right = columns.map((_, n) => {
      const present = shown.map((row) => row[n]).filter(Boolean);
      return present.length > 0 && present.every((term) => NUMBERS.includes(term.datatype));
    });
    columns.forEach((name, n) => {
      const heading = document.createElement("th");
      Object.assign(heading, { scope: "col", textContent: name, className: right[n] ? "numeric" : "" });
      head.append(heading);
    });
    const body = made.createTBody();
    for (const row of shown) {
      const cells = row.map((term) => cell(term, names));
      cells.forEach((made_, n) => { if (right[n]) made_.className = "numeric"; });
      body.insertRow().append(...cells);
    }
    return made;
  }

  globalThis.CrosswalkAnswer = { answer, csv, json, ntriples, turtle, shortener, pages, table };
})();
