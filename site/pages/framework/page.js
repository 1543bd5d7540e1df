// A tree by the WAI-ARIA pattern: one tab stop, arrows, Home, End, letters; folds with the mouse.
(function () {
  "use strict";
  const tree = document.querySelector("[role=tree]");
  if (!tree) { return; }
  const items = Array.from(tree.querySelectorAll("[role=treeitem]"));

  const entry = (item) => item.closest("li");
  const isOpen = (item) => item.getAttribute("aria-expanded") === "true";
  const folds = (item) => item.hasAttribute("aria-expanded");
  const visible = () => items.filter((item) => item.offsetParent !== null);
  const above = (item) => {
    const list = entry(item).parentElement;
    return list === tree ? null : list.parentElement.querySelector("[role=treeitem]");
  };

  function fold(item, open) {
    if (!folds(item)) { return; }
    item.setAttribute("aria-expanded", String(open));
    entry(item).classList.toggle("closed", !open);
  }

  function focus(item) {
    if (!item) { return; }
    items.forEach(function (other) { other.tabIndex = -1; });
    item.tabIndex = 0;
    item.focus();
  }

  function step(item, by) {
    const shown = visible();
    focus(shown[shown.indexOf(item) + by]);
  }

  function byLetter(item, letter) {
    const shown = visible();
    const here = shown.indexOf(item);
    const order = shown.slice(here + 1).concat(shown.slice(0, here + 1));
    focus(order.find((other) => other.textContent.trim().toLowerCase().startsWith(letter)));
  }

  function openSiblings(item) {
    entry(item).parentElement.querySelectorAll(":scope > li > .row > [role=treeitem]").forEach(
      function (sibling) { fold(sibling, true); },
    );
  }

  const keys = {
    ArrowDown: (item) => step(item, 1),
    ArrowUp: (item) => step(item, -1),
    ArrowRight: (item) => { if (folds(item) && !isOpen(item)) { fold(item, true); } else if (folds(item)) { step(item, 1); } },
    ArrowLeft: (item) => { if (isOpen(item)) { fold(item, false); } else { focus(above(item)); } },
    Home: () => focus(visible()[0]),
    End: () => focus(visible().at(-1)),
    " ": (item) => fold(item, !isOpen(item)),
    "*": openSiblings,
  };

  tree.addEventListener("keydown", function (event) {
    const item = event.target.closest("[role=treeitem]");
    if (!item || event.ctrlKey || event.metaKey || event.altKey) { return; }
    const action = keys[event.key];
    if (action) {
      action(item);
      event.preventDefault();
    } else if (event.key.length === 1) {
      byLetter(item, event.key.toLowerCase());
    }
  });

  tree.addEventListener("click", function (event) {
    const twist = event.target.closest(".twist");
    if (twist) {
      const item = twist.parentElement.querySelector("[role=treeitem]");
      fold(item, !isOpen(item));
    }
  });

  tree.addEventListener("focusin", function (event) {
    const item = event.target.closest("[role=treeitem]");
    if (item) {
      items.forEach(function (other) { other.tabIndex = -1; });
      item.tabIndex = 0;
    }
  });

  items.forEach(function (item) {
    entry(item).classList.toggle("bare", !entry(item).querySelector(".count"));
  });

  const actions = {
    expand: () => items.forEach((item) => fold(item, true)),
    collapse: () => items.forEach((item) => fold(item, false)),
    aligned: (button) => {
      const only = tree.classList.toggle("aligned-only");
      button.setAttribute("aria-pressed", String(only));
    },
  };
  document.querySelectorAll("[data-tree]").forEach(function (button) {
    button.addEventListener("click", function () { actions[button.dataset.tree](button); });
  });

  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  (items.includes(target) ? target : items[0]).tabIndex = 0;
})();
