// The picture answers to the table: what the pointer or the keyboard is on in the table is lit.
(function () {
  "use strict";

  function light(picture, source, target) {
    picture.classList.toggle("lit", Boolean(source || target));
    picture.querySelectorAll(".band").forEach(function (band) {
      const on = (!source || band.dataset.source === source) && (!target || band.dataset.target === target);
      band.classList.toggle("on", on);
    });
  }

  function place(event) {
    const cell = event.target.closest("[data-source]");
    const row = event.target.closest("[data-target]");
    return [cell && cell.dataset.source, row && row.dataset.target];
  }

  function connect(picture, area) {
    ["mouseover", "focusin"].forEach(function (name) {
      area.addEventListener(name, function (event) { light(picture, ...place(event)); });
    });
    ["mouseleave", "focusout"].forEach(function (name) {
      area.addEventListener(name, function () { light(picture, null, null); });
    });
  }

  document.querySelectorAll("[data-flow]").forEach(function (table) {
    connect(document.getElementById(table.dataset.flow), table);
  });
  document.querySelectorAll(".flow .node").forEach(function (node) {
    connect(node.closest(".flow"), node);
  });
})();
