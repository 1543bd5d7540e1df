// The search page: results while one types; what is looked for stands in the address.
(() => {
  "use strict";

  const { find, address, element } = globalThis.CrosswalkSearch;
  const STEP = 30;
  const BEFORE = 60;
  const SNIPPET = 240;
  const byId = (id) => document.getElementById(`search-page-${id}`);
  const [query, kind, status, list, more] = ["query", "kind", "status", "results", "more"].map(byId);
  let shown = STEP;
  let asked = 0;

  /** The words to mark, as one regular expression; null for none. */
  function wanted(text) {
    const words = text.match(/[\p{L}\p{N}]+/gu) || [];
    return words.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})`, "giu") : null;
  }

  /** `text` with the words that were looked for marked. */
  function marked(text, words) {
    if (!words) return [text];
    const pieces = [];
    let done = 0;
    for (const match of text.matchAll(words)) {
      pieces.push(text.slice(done, match.index), element("mark", "", match[0]));
      done = match.index + match[0].length;
    }
    return [...pieces, text.slice(done)];
  }

  /** The part of `text` around the first word that was looked for. */
  function snippet(text, words) {
    const at = words ? Math.max(0, text.search(words)) : 0;
    const from = at > BEFORE ? text.indexOf(" ", at - BEFORE) + 1 : 0;
    const part = text.slice(from, from + SNIPPET);
    return `${from ? "… " : ""}${part}${from + SNIPPET < text.length ? " …" : ""}`;
  }

  function result(found, words) {
    const link = element("a", "", ...marked(found.title, words));
    link.href = address(found.path);
    const heading = element("h2", "search-result-title");
    if (found.notation) heading.append(element("span", "notation", found.notation), " ");
    heading.append(link);
    const item = element("li", "search-result", heading);
    if (found.text && found.text !== found.title) {
      item.append(element("p", "", ...marked(snippet(found.text, words), words)));
    }
    item.append(element("p", "meta", [found.kind, found.context].filter(Boolean).join(" · ")));
    return item;
  }

  async function kinds() {
    await find("", 0);
    const labels = [...new Set(globalThis.crosswalkDocuments.kinds)].filter(Boolean).sort();
    kind.append(...labels.map((label) => {
      const option = element("option", "", label);
      option.value = label;
      return option;
    }));
  }

  async function show() {
    const turn = (asked += 1);
    const text = query.value.trim();
    try {
      const { total, results } = await find(text, shown, kind.value);
      if (turn === asked) fill(text, total, results);
    } catch (error) {
      status.textContent = `The search index could not be loaded: ${error.message}.`;
    }
  }

  function fill(text, total, results) {
    const words = wanted(text);
    list.replaceChildren(...results.map((found) => result(found, words)));
    more.hidden = total <= shown;
    status.textContent = text === "" ? "" : said(total, text);
  }

  function said(count, text) {
    if (count === 0) return `Nothing was found for “${text}”. Try fewer or other words.`;
    return `${count.toLocaleString("en")} ${count === 1 ? "result" : "results"} for “${text}”`;
  }

  function remember() {
    const parameters = new URLSearchParams();
    if (query.value.trim()) parameters.set("q", query.value.trim());
    if (kind.value) parameters.set("kind", kind.value);
    history.replaceState(null, "", `?${parameters}`);
  }

  function changed() {
    shown = STEP;
    remember();
    show();
  }

  async function start() {
    const parameters = new URLSearchParams(location.search);
    query.value = parameters.get("q") || "";
    query.addEventListener("input", changed);
    kind.addEventListener("change", changed);
    query.form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
    more.addEventListener("click", () => { shown += STEP; show(); });
    if (!query.value) query.focus();
    try {
      await kinds();
    } catch (error) {
      status.textContent = `The search index could not be loaded: ${error.message}.`;
      return;
    }
    kind.value = parameters.get("kind") || "";
    if (kind.selectedIndex < 0) kind.value = "";
    show();
  }

  start();
})();
