// The matrix: filter by part and by kind of claim, and open what stands behind a square.
(function () {
  "use strict";
  const details = Array.from(document.querySelectorAll(".row-detail"));

  function open(hash) {
    const pair = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!pair || !pair.classList.contains("pair")) { return; }
    pair.closest("details").open = true;
    document.querySelectorAll(".pair.chosen").forEach((other) => other.classList.remove("chosen"));
    pair.classList.add("chosen");
    pair.scrollIntoView({ block: "center" });
    pair.focus({ preventScroll: true });
  }

  const chosen = (form) => ({
    parts: new Set(Array.from(form.querySelectorAll("[name=part]")).filter((box) => box.checked).map((box) => box.value)),
    parted: form.querySelector("[name=part]") !== null,
    how: form.querySelector("[name=how]:checked").value,
  });

  const fits = (item, choice) =>
    (!choice.parted || choice.parts.has(item.dataset.part)) && (choice.how === "all" || choice.how === item.dataset.how);

  function heat(count, most) {
    return count ? Math.ceil((5 * count) / most) : 0;
  }

  function paint(link, count, most) {
    const cell = link.parentElement;
    cell.className = "cell heat-" + heat(count, most) + (count ? "" : " empty");
    link.textContent = count;
    link.setAttribute("aria-label", link.dataset.pair + ": " + count + (count === 1 ? " alignment" : " alignments"));
  }

  function apply(form) {
    const choice = chosen(form);
    const table = document.getElementById("matrix-" + form.dataset.matrix);
    let pairs = 0;
    let alignments = 0;
    table.querySelectorAll(".cell a[href^='#']").forEach(function (link) {
      const items = Array.from(document.getElementById(decodeURIComponent(link.hash.slice(1))).querySelectorAll("li[data-part]"));
      items.forEach(function (item) { item.hidden = !fits(item, choice); });
      const count = items.filter((item) => !item.hidden).length;
      link.dataset.pair = link.dataset.pair || link.getAttribute("aria-label").split(": ")[0];
      paint(link, count, Number(form.dataset.most));
      pairs += count ? 1 : 0;
      alignments += count;
    });
    form.querySelector("[data-result]").textContent =
      pairs + (pairs === 1 ? " pair, " : " pairs, ") + alignments + (alignments === 1 ? " alignment" : " alignments");
  }

  function keep(form) {
    const choice = chosen(form);
    const query = new URLSearchParams(location.search);
    const boxes = form.querySelectorAll("[name=part]").length;
    query.delete("parts");
    query.delete("how");
    if (choice.parted && choice.parts.size < boxes) { query.set("parts", Array.from(choice.parts).join(",")); }
    if (choice.how !== "all") { query.set("how", choice.how); }
    const text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
  }

  function restore(form) {
    const query = new URLSearchParams(location.search);
    const parts = query.get("parts");
    if (parts !== null) {
      form.querySelectorAll("[name=part]").forEach(function (box) { box.checked = parts.split(",").includes(box.value); });
    }
    const how = form.querySelector("[name=how][value='" + CSS.escape(query.get("how") || "all") + "']");
    if (how) { how.checked = true; }
    if (location.search) { apply(form); }
  }

  document.querySelectorAll("form[data-matrix]").forEach(function (form) {
    const table = document.getElementById("matrix-" + form.dataset.matrix);
    if (!table.querySelector(".cell a[href^='#']")) { form.hidden = true; return; }
    restore(form);
    form.addEventListener("change", function () { apply(form); keep(form); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });

  document.querySelectorAll("[data-rows]").forEach(function (button) {
    button.addEventListener("click", function () {
      details.forEach(function (row) { row.open = button.dataset.rows === "open"; });
    });
  });

  details.forEach(function (row) { row.open = false; });
  window.addEventListener("hashchange", function () { open(location.hash); });
  document.addEventListener("click", function (event) {
    const link = event.target.closest(".cell a[href^='#']");
    if (link && link.hash === location.hash) { open(link.hash); }
  });
  open(location.hash);
})();
