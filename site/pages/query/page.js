// "Run it here": the values of the form are bound to the query, as on the command line, and the
// SPARQL page runs the result.
(() => {
  "use strict";

  const { term, withTerms } = globalThis.CrosswalkSparql;
  const { base, prefixes } = globalThis.crosswalkVocabulary;
  const form = document.getElementById("query-form");

  /** The prefixes that the command line knows: those of a publication's own parts are not among them. */
  const known = Object.fromEntries(Object.entries(prefixes).filter(
    ([, namespace]) => !namespace.startsWith(base) || namespace === `${base}ontology#`,
  ));

  /** Show what is wrong with a field, or that nothing is. */
  function mark(field, fault) {
    document.getElementById(`fault-${field.name}`).textContent = fault;
    field.setAttribute("aria-invalid", String(fault !== ""));
  }

  /** The term for a field; undefined for "any", null for a value that is none of its type. */
  function termOf(field) {
    mark(field, "");
    if (field.value === "" && "any" in field.dataset) return undefined;
    if (field.value === "" && field.dataset.type === "boolean") return undefined;
    try {
      return term(field.dataset.type, field.value, { base, prefixes: known });
    } catch (error) {
      mark(field, `${field.name} cannot be “${field.value}”; give ${error.message}.`);
      return null;
    }
  }

  function submit(event) {
    event.preventDefault();
    const fields = [...form.querySelectorAll("[data-type]")];
    const terms = Object.fromEntries(fields.map((field) => [field.name, termOf(field)]));
    const faulty = fields.find((field) => terms[field.name] === null);
    if (faulty) {
      faulty.focus();
      return;
    }
    const given = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
    const text = withTerms(document.getElementById("query-text").textContent, given);
    location.assign(`${form.dataset.run}#query=${encodeURIComponent(text)}&run`);
  }

  form.addEventListener("submit", submit);
})();
