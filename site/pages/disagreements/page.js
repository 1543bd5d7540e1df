// Pairs: show those on which the parts disagree, or agree. The choice stays in the address.
(function () {
  "use strict";

  const fits = {
    all: () => true,
    some: (agree) => agree !== "every",
    one: (agree) => agree === "one",
    every: (agree) => agree === "every",
  };

  function apply(form) {
    const choice = form.querySelector("input:checked").value;
    const table = document.getElementById(form.dataset.pairs);
    let shown = 0;
    table.querySelectorAll("tr[data-agree]").forEach(function (row) {
      row.hidden = !fits[choice](row.dataset.agree);
      shown += row.hidden ? 0 : 1;
    });
    table.querySelectorAll("tbody").forEach(function (body) {
      body.hidden = !body.querySelector("tr[data-agree]:not([hidden])");
    });
    form.querySelector("[data-result]").textContent = shown + (shown === 1 ? " pair" : " pairs");
    return choice;
  }

  function keep(choice) {
    const query = new URLSearchParams(location.search);
    if (choice === "all") { query.delete("show"); } else { query.set("show", choice); }
    const text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
  }

  document.querySelectorAll("form[data-pairs]").forEach(function (form) {
    const wanted = new URLSearchParams(location.search).get("show");
    if (wanted in fits) { form.querySelector("input[value=" + wanted + "]").checked = true; }
    apply(form);
    form.addEventListener("change", function () { keep(apply(form)); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });
})();
