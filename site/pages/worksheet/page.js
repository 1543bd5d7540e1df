// The worksheet: choose, keep the choice in the address, print it, or take it as CSV.
(function () {
  "use strict";
  const MANY = 5;
  const pickers = Array.from(document.querySelectorAll("[data-picker]"));
  const topics = Array.from(document.querySelectorAll(".topic"));
  const boxes = pickers.flatMap((picker) => Array.from(picker.querySelectorAll("[name=s]")));
  if (!boxes.length) { return; }

  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);

  function show() {
    const picked = new Set(chosen());
    let first = true;
    topics.forEach(function (topic) {
      topic.hidden = picked.size > 0 && !picked.has(topic.dataset.topic);
      topic.classList.toggle("first", !topic.hidden && first);
      first = first && topic.hidden;
    });
    pickers.forEach(function (picker) {
      picker.querySelector("[data-hint]").hidden = picked.size <= MANY;
      picker.querySelector("[data-count]").textContent = picked.size ? picked.size + " chosen" : "Nothing chosen yet: the whole sheet is shown.";
    });
  }

  function keep() {
    const list = chosen().map(encodeURIComponent).join(",");
    history.replaceState(null, "", location.pathname + location.search + (list ? "#s=" + list : ""));
  }

  function restore() {
    const found = /^#s=(.*)$/.exec(location.hash);
    const wanted = new Set(found ? found[1].split(",").map(decodeURIComponent) : []);
    boxes.forEach(function (box) { box.checked = wanted.has(box.value); });
    show();
  }

  const plain = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".notation").forEach((mark) => mark.remove());
    return copy.textContent.trim().replace(/\s+/g, " ");
  };

  function records(topic) {
    const notes = topic.querySelector("[data-notes]").value;
    const own = [topic.dataset.group, topic.dataset.topic, topic.dataset.text];
    const lines = Array.from(topic.querySelectorAll("[data-line]"));
    if (!lines.length) { return [[...own, "", "", "", "", "", "", "", notes]]; }
    return lines.map(function (line, place) {
      const group = line.closest("tbody").dataset;
      const [other, from, says] = line.cells;
      return [...own, group.column, group.columnText, other.dataset.code, plain(other), from.dataset.code, plain(from), plain(says), place ? "" : notes];
    });
  }

  // A spreadsheet must not take a text for a formula.
  function field(value) {
    const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv() {
    const head = ["group", "code", "text", "other_code", "other_text", "aligned_code", "aligned_text", "from_code", "from_text", "parts", "notes"];
    const rows = topics.filter((topic) => !topic.hidden).flatMap(records);
    return "\uFEFF" + [head, ...rows].map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
  }

  function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    link.download = "worksheet.csv";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  function clear() {
    boxes.forEach(function (box) { box.checked = false; });
    show();
    keep();
  }

  const actions = { print: () => window.print(), csv: download, clear: clear };
  document.querySelectorAll("[data-sheet]").forEach(function (button) {
    button.addEventListener("click", function () { actions[button.dataset.sheet](); });
  });
  pickers.forEach(function (picker) {
    picker.addEventListener("change", function () { show(); keep(); });
    picker.addEventListener("submit", function (event) { event.preventDefault(); });
  });
  window.addEventListener("hashchange", restore);
  restore();
})();
