// What is not to be seen whole, and whether the page scrolls sideways.
() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  const told = (element, what) => found.push(
    `${what}: <${element.localName} class="${element.className.baseVal ?? element.className}"> `
    + `${element.textContent.trim().slice(0, 60)}`);
  const hidden = (element) => element.closest(".visually-hidden, .skip, svg *")
    || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const scrolls = (element) => {
    for (let above = element; above; above = above.parentElement) {
      const overflow = getComputedStyle(above).overflowX;
      if (above !== document.body && ["auto", "scroll"].includes(overflow)) return true;
    }
    return false;
  };
  if (document.documentElement.scrollWidth > width) found.push(
    `the page is ${document.documentElement.scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll("*")) {
    if (hidden(element)) continue;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const cut = (overflow) => ["hidden", "clip"].includes(overflow);
    if (!box.width || ["INPUT", "SELECT", "svg"].includes(element.nodeName)) continue;
    const wide = element.scrollWidth > element.clientWidth + 1;
    const high = element.scrollHeight > element.clientHeight + 1;
    if (cut(style.overflowX) && wide) told(element, "cut off at the side");
    if (cut(style.overflowY) && high) told(element, "cut off below");
    const beyond = box.right > width + 1 || box.left < -1;
    if (beyond && !scrolls(element)) told(element, "beyond the edge");
  }
  return found;
}
