// The search field on every page: suggestions while one types, as a combobox (WAI-ARIA 1.2).
// Nothing is loaded before the field is used. Without this script the form leads to search.html.
(() => {
  "use strict";

  const ROOT = document.documentElement.dataset.root || "";
  const MOST_SUGGESTIONS = 8;
  const loading = new Map();

  /** Load a script below the top of the site, once; it works from file:// too. */
  function load(path) {
    if (!loading.has(path)) {
      loading.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = ROOT + path;
        script.onload = resolve;
        script.onerror = () => {
          loading.delete(path);
          reject(new Error(`${path} could not be loaded`));
        };
        document.head.append(script);
      }));
    }
    return loading.get(path);
  }

  let starting = null;

  function engine() {
    starting ||= start().catch((error) => {
      starting = null;
      throw error;
    });
    return starting;
  }

  async function start() {
    await Promise.all([load("assets/search-engine.js"), load("search/documents.js")]);
    const data = globalThis.crosswalkDocuments;
    if (data.first) return globalThis.CrosswalkSearchEngine.sharded(data, load);
    await load("assets/vendor/minisearch/minisearch.js");
    return globalThis.CrosswalkSearchEngine.whole(data);
  }

  /** Return the number of documents (of one kind, if it is given) that match, and the first `limit`. */
  const find = async (query, limit, kind) => (await engine()).find(query, limit, kind);

  /** The relative URL of a path below the top of the site. */
  function address(path) {
    const [place, ...fragment] = path.split("#");
    return ROOT + place.split("/").map(encodeURIComponent).join("/") + fragment.map((f) => `#${f}`).join("");
  }

  /** Make an element with a class and children, text or elements. */
  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function styled() {
    if (document.querySelector("link[data-search]")) return;
    const link = element("link");
    Object.assign(link, { rel: "stylesheet", href: `${ROOT}assets/search.css` });
    link.dataset.search = "";
    document.head.append(link);
  }

  class Combobox {
    constructor(input, number) {
      this.input = input;
      this.asked = "";
      this.active = -1;
      this.list = element("ul", "search-options");
      this.list.id = `search-options-${number}`;
      this.list.hidden = true;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "Suggestions");
      this.status = element("span", "visually-hidden");
      this.status.setAttribute("role", "status");
      this.announceField();
      this.listen();
    }

    announceField() {
      const attributes = {
        role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
        "aria-controls": this.list.id, autocomplete: "off",
      };
      for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
      const place = this.input.closest(".search-field") || this.input.form;
      place.classList.add("search-place");
      place.append(this.list, this.status);
    }

    listen() {
      this.input.addEventListener("focus", () => { styled(); engine().catch(() => {}); });
      this.input.addEventListener("input", () => this.suggest());
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("blur", () => this.close());
      this.list.addEventListener("pointerdown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) location.assign(option.dataset.address);
      });
    }

    async suggest() {
      this.asked = this.input.value;
      const asked = this.asked;
      if (!asked.trim()) {
        this.close();
        return;
      }
      try {
        const { total, results } = await find(asked, MOST_SUGGESTIONS);
        if (asked === this.asked) this.show(results, total);
      } catch {
        this.status.textContent = "The search index could not be loaded.";
      }
    }

    show(results, total) {
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
      this.list.replaceChildren(...results.map((found, n) => this.option(found, n)));
      const open = results.length > 0 && document.activeElement === this.input;
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
      this.status.textContent = total === 0
        ? "No suggestions."
        : `${results.length} of ${total} found; use the arrow keys.`;
    }

    option(found, number) {
      const line = element("span", "search-line");
      if (found.notation) line.append(element("span", "notation", found.notation), " ");
      line.append(element("span", "search-title", found.title));
      const about = [found.kind, found.context].filter(Boolean).join(" · ");
      const option = element("li", "search-option", line, " ", element("span", "meta", about));
      option.id = `${this.list.id}-${number}`;
      option.dataset.address = address(found.path);
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }

    key(event) {
      const actions = {
        ArrowDown: () => this.move(1),
        ArrowUp: () => this.move(-1),
        Enter: () => this.open(),
        Escape: () => this.escape(),
      };
      if (event.isComposing || !(event.key in actions)) return;
      if (actions[event.key]()) event.preventDefault();
    }

    /** Move to the next option, or the one before; past the ends stands the field itself. */
    move(step) {
      const options = [...this.list.children];
      if (!options.length) return false;
      if (this.list.hidden) {
        this.list.hidden = false;
        this.input.setAttribute("aria-expanded", "true");
      }
      const places = options.length + 1;
      this.active = ((this.active + 1 + step + places) % places) - 1;
      options.forEach((option, n) => option.setAttribute("aria-selected", String(n === this.active)));
      const chosen = options[this.active];
      if (chosen) {
        this.input.setAttribute("aria-activedescendant", chosen.id);
        chosen.scrollIntoView({ block: "nearest" });
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
      return true;
    }

    open() {
      const chosen = this.list.hidden ? null : this.list.children[this.active];
      if (chosen) location.assign(chosen.dataset.address);
      return Boolean(chosen);
    }

    escape() {
      const wasOpen = !this.list.hidden;
      this.close();
      return wasOpen;
    }

    close() {
      this.active = -1;
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  globalThis.CrosswalkSearch = { find, address, element };
  const fields = document.querySelectorAll("form[role=search]:not([data-plain]) input[name=q]");
  fields.forEach((input, n) => new Combobox(input, n));
})();
