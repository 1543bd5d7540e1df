// Corrections by kind; the choice stays in the address.
(function () {
  "use strict";
  const form = document.querySelector(".filters");
  if (!form) { return; }
  const boxes = Array.from(form.querySelectorAll("[name=kind]"));

  function apply() {
    const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let shown = 0;
    document.querySelectorAll("[data-kind]").forEach(function (section) {
      section.hidden = !chosen.has(section.dataset.kind);
      shown += section.hidden ? 0 : section.querySelectorAll(".erratum").length;
    });
    form.querySelector("[data-result]").textContent = shown + (shown === 1 ? " place" : " places");
    return chosen;
  }

  function keep(chosen) {
    const query = new URLSearchParams(location.search);
    if (chosen.size === boxes.length) { query.delete("kinds"); } else { query.set("kinds", Array.from(chosen).join(",")); }
    const text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
  }

  function tick(wanted) { boxes.forEach(function (box) { box.checked = wanted(box); }); }

  const given = new URLSearchParams(location.search).get("kinds");
  if (given !== null) {
    tick((box) => given.split(",").includes(box.value));
    apply();
  }
  form.addEventListener("change", function () { keep(apply()); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.querySelectorAll("[data-kinds]").forEach(function (button) {
    button.addEventListener("click", function () {
      tick(() => button.dataset.kinds === "all");
      keep(apply());
    });
  });
})();
