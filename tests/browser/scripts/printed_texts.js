// The text of each innermost block that is visible: what should be on paper.
() => {
  const blocks = "p, li, h1, h2, h3, h4, td, th, dt, dd, caption, figcaption, summary, blockquote, pre";
  return [...document.querySelectorAll(blocks)]
    .filter((element) => !element.closest(".visually-hidden") && !element.querySelector(blocks))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll(".visually-hidden, .no-print, button").forEach((gone) => gone.remove());
      return copy.textContent;
    });
}
