// What Tab should reach, and what it does reach: call once before, and read the result after.
() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const told = (element) => `<${element.localName} id="${element.id}" class="${
    element.className.baseVal ?? element.className}"> ${
    (element.textContent || element.name || "").trim().slice(0, 50)}`;
  const candidates = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]",
  )];
  const chosen = (radio) => [...document.querySelectorAll("input[type=radio]:checked")]
    .find((other) => other.name === radio.name && other.form === radio.form);
  const expected = candidates.filter((element) => {
    if (element.tabIndex < 0 || element.disabled || !shown(element)) return false;
    return element.type !== "radio" || (chosen(element) ?? element) === element;
  });
  const reached = new Set();
  const unmarked = new Set();
  const outlined = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    const line = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
    return (line && !outlineColor.endsWith(", 0)")) || boxShadow !== "none";
  };
  let last = null;
  let again = 0;
  document.addEventListener("focusin", (event) => {
    if (reached.has(event.target) && event.target !== last) again += 1;
    last = event.target;
    reached.add(last);
    if (last.shadowRoot) return;
    const around = event.composedPath().filter((one) => one instanceof Element).slice(0, 4);
    if (!around.some((one) => one !== document.body && outlined(one))) unmarked.add(event.target);
  });
  globalThis.tabOrder = {
    around: () => again > 1,
    result: () => ({
      missed: expected.filter((element) => !reached.has(element) && shown(element)).map(told),
      unmarked: [...unmarked].map(told),
    }),
  };
  return expected.length;
}
