// A part: hides what is not aligned, and prints.
(function () {
  "use strict";
  const table = document.querySelector(".reading");
  if (!table) { return; }

  // A heading stays as long as something aligned stands below it.
  function markQuiet(body) {
    const rows = Array.from(body.rows);
    const depth = (row) => Number((/depth-(\d)/.exec(row.className) || [0, 9])[1]);
    rows.forEach(function (row, place) {
      const below = [];
      for (let next = place + 1; next < rows.length && depth(rows[next]) > depth(row); next += 1) { below.push(rows[next]); }
      const needed = row.classList.contains("top") || below.some((other) => !other.classList.contains("bare"));
      row.classList.toggle("quiet", !needed);
    });
  }
  Array.from(table.tBodies).forEach(markQuiet);

  const actions = {
    aligned: function (button) {
      const only = table.classList.toggle("aligned-only");
      button.setAttribute("aria-pressed", String(only));
    },
    print: () => window.print(),
  };
  document.querySelectorAll("[data-reading]").forEach(function (button) {
    button.addEventListener("click", function () { actions[button.dataset.reading](button); });
  });
})();
