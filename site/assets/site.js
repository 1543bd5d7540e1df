// What every page can do with JavaScript: copy buttons, and detail that opens for print.
(function () {
  "use strict";
  document.documentElement.classList.add("js");

  function announce(text) {
    const status = document.getElementById("announcement");
    if (status) { status.textContent = text; }
  }

  function copyByHand(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "visually-hidden";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("not allowed"));
  }

  function write(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text) : copyByHand(text);
  }

  function textOf(button) {
    const source = button.dataset.copyFrom && document.getElementById(button.dataset.copyFrom);
    return source ? source.textContent : button.dataset.copy;
  }

  function copy(button) {
    const label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    write(textOf(button)).then(
      function () { show(button, "Copied", label); },
      function () { show(button, "Not allowed here", label); },
    );
  }

  function show(button, message, label) {
    button.textContent = message;
    announce(message);
    setTimeout(function () { button.textContent = label; }, 1600);
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-copy], [data-copy-from]");
    if (button) { copy(button); }
  });

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details[data-print]:not([open])").forEach(function (detail) {
      detail.open = true;
      detail.dataset.opened = "";
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-opened]").forEach(function (detail) {
      detail.open = false;
      delete detail.dataset.opened;
    });
  });
})();
