// What is typed to the documents that match. Loaded by search.js when somebody begins to search.
// A small site is searched by MiniSearch, a large one by the files of words that it comes with
// (crosswalk_rdf/site/search.py says how they are made).
(() => {
  "use strict";

  const WORD = /[\p{L}\p{N}]+/gu;
  const NOTATIONS_FIRST = 5;
  const MOST_SHARDS = 3;

  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const tokens = (text) => folded(text).match(WORD) || [];
  const notationKey = (text) => folded(text).replace(/\s+/g, "");

  /** Columns to documents. */
  function documents(columns, names) {
    let path = "";
    return columns.title.map((title, n) => {
      path = path.slice(0, columns.path[2 * n]) + columns.path[2 * n + 1];
      return {
        path,
        title,
        notation: columns.notation[n] || "",
        text: columns.text[n] === 0 ? title : columns.text[n],
        kind: names.kinds[columns.kind[n]],
        context: names.contexts[columns.context[n]],
      };
    });
  }

  /** Notations first, but so that they leave room for texts; none twice. */
  function merged(exact, beginning, textual) {
    const first = beginning.slice(0, NOTATIONS_FIRST);
    return [...new Set([...exact, ...first, ...textual, ...beginning])];
  }

  /** Results with the notation that was typed, accents and all, before those that only look like it. */
  function typedFirst(results, query) {
    const plain = (text) => text.toLowerCase().replace(/\s+/g, "");
    const typed = (found) => Number(plain(found.notation) === plain(query));
    return results.sort((a, b) => typed(b) - typed(a));
  }

  /** The engine of a site whose documents are all in one file. */
  function whole(data) {
    const all = documents(data, data);
    const index = new globalThis.MiniSearch({
      fields: ["title", "text"],
      tokenize: tokens,
      processTerm: (term) => term,
      searchOptions: {
        boost: { title: 2 },
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      },
    });
    index.addAll(all.map((found, id) => ({
      id,
      title: found.title,
      text: [found.text === found.title ? "" : found.text, data.hidden?.[id]].filter(Boolean).join(" "),
    })));
    const notations = all
      .map((found, id) => [notationKey(found.notation), id])
      .filter(([key]) => key)
      .sort(([a, i], [b, j]) => a.length - b.length || i - j);

    /** Documents with all the words; with any of them if none has all and `loose` allows it. */
    function textual(query, loose) {
      const strict = index.search(query, { combineWith: "AND" });
      return (strict.length || !loose ? strict : index.search(query)).map((hit) => hit.id);
    }

    async function find(query, limit, kind) {
      const key = notationKey(query);
      const exact = notations.filter(([known]) => known === key).map(([, id]) => id);
      const beginning = notations.filter(([known]) => known.startsWith(key)).map(([, id]) => id);
      const fits = (id) => !kind || all[id].kind === kind;
      const ids = key ? merged(exact, beginning, textual(query, !beginning.length)).filter(fits) : [];
      return { total: ids.length, results: typedFirst(ids.slice(0, limit).map((id) => all[id]), query) };
    }
    return { find };
  }

  /** The engine of a site whose documents and words are in many files; `load` brings one. */
  function sharded(data, load) {
    const shardOf = (key) => {
      let low = 0;
      let high = data.first.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (data.first[middle] <= key) low = middle + 1;
        else high = middle;
      }
      return Math.max(0, low - 1);
    };

    /** The entries whose keys begin with `key`: [key, titles, texts]. */
    async function entries(key, fits = (known) => known.startsWith(key)) {
      const first = shardOf(key);
      const last = Math.min(shardOf(`${key}\uffff`), first + MOST_SHARDS - 1);
      const numbers = Array.from({ length: last - first + 1 }, (_, n) => first + n);
      await Promise.all(numbers.map((n) => data.words[n] || load(`search/words-${n}.js`)));
      return numbers.flatMap((n) => Object.entries(data.words[n]))
        .filter(([known]) => fits(known))
        .map(([known, ids]) => [known, ...ids.split(",").map(decoded)]);
    }

    async function notations(query) {
      const key = `=${notationKey(query)}`;
      const found = key === "=" ? [] : await entries(key);
      found.sort(([a], [b]) => a.length - b.length);
      const exact = found.filter(([known]) => known === key).flatMap(([, ids]) => ids);
      return { exact, beginning: found.flatMap(([, ids]) => ids) };
    }

    async function scores(term) {
      let found = await entries(term);
      if (!found.length) found = await entries(term.slice(0, 2), (known) => near(term, known));
      const scored = new Map();
      for (const [known, titles, texts] of found) {
        const rare = Math.log(1 + data.count / (titles.length + texts.length));
        const weight = rare * (known === term ? 1 : (0.7 * term.length) / known.length);
        for (const id of titles) raise(scored, id, 2 * weight);
        for (const id of texts) raise(scored, id, weight);
      }
      return scored;
    }

    async function textual(query, loose) {
      const each = await Promise.all([...new Set(tokens(query))].map(scores));
      const sums = new Map();
      for (const scored of each) {
        for (const [id, score] of scored) sums.set(id, (sums.get(id) || 0) + score);
      }
      const ids = [...sums.keys()];
      const strict = ids.filter((id) => each.every((scored) => scored.has(id)));
      return (strict.length || !loose ? strict : ids).sort((a, b) => sums.get(b) - sums.get(a) || a - b);
    }

    async function documentOf(id) {
      const number = Math.floor(id / data.block);
      if (!data.blocks[number]) await load(`search/documents-${number}.js`);
      const block = data.blocks[number];
      block.documents ||= documents(block, data);
      return block.documents[id % data.block];
    }

    async function find(query, limit, kind) {
      const { exact, beginning } = await notations(query);
      const fits = (id) => !kind || data.kinds[data.kind[id]] === kind;
      const ids = merged(exact, beginning, await textual(query, !beginning.length)).filter(fits);
      const results = await Promise.all(ids.slice(0, limit).map(documentOf));
      return { total: ids.length, results: typedFirst(results, query) };
    }
    return { find };
  }

  /** Steps to base 36 to numbers. */
  function decoded(text) {
    let number = 0;
    return text ? text.split(" ").map((step) => (number += parseInt(step, 36))) : [];
  }

  function raise(scored, id, score) {
    if (score > (scored.get(id) || 0)) scored.set(id, score);
  }

  /** Whether two words differ by one letter: one more, one less, another, or two that changed places. */
  function near(a, b) {
    if (a.length < 5 || Math.abs(a.length - b.length) > 1) return false;
    let from = 0;
    while (a[from] && a[from] === b[from]) from += 1;
    const rest = (word, skipped) => word.slice(from + skipped);
    const swapped = a[from] === b[from + 1] && a[from + 1] === b[from];
    return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
      || (swapped && rest(a, 2) === rest(b, 2));
  }

  globalThis.CrosswalkSearchEngine = { whole, sharded, tokens };
})();
