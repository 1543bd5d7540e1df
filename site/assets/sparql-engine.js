// The page's side of sparql-worker.js: an engine that is loaded once, answers one query at a time,
// and can be stopped.
(() => {
  "use strict";

  class Stopped extends Error {}

  class Engine {
    #worker = null;
    #reject = null;

    constructor(script, dataset) {
      this.script = script;
      this.dataset = new URL(dataset, location.href).href;
    }

    get ready() { return this.#worker !== null; }

    get busy() { return this.#reject !== null; }

    /** Load the engine and the dataset; gives { result: { quads }, milliseconds }. */
    async load() {
      const worker = new Worker(this.script);
      const answer = await this.#ask(worker, { what: "load", dataset: this.dataset });
      this.#worker = worker;
      return answer;
    }

    /** Ask the query `text`; gives { result, milliseconds }. */
    query(text) {
      return this.#ask(this.#worker, { what: "query", text });
    }

    /** End the worker with whatever it does; what was asked fails with Stopped. */
    stop() {
      if (this.#reject) this.#reject(new Stopped("stopped"));
    }

    async #ask(worker, message) {
      let answered = false;
      try {
        return await new Promise((resolve, reject) => {
          this.#reject = reject;
          worker.onmessage = ({ data }) => {
            answered = true;
            if (data.error) reject(new Error(data.error));
            else resolve(data);
          };
          worker.onerror = (event) => reject(new Error(event.message || "The engine could not be started"));
          worker.postMessage(message);
        });
      } finally {
        this.#reject = null;
        if (!answered) this.#giveUp(worker);
      }
    }

    /** End a worker that did not answer: it may run for ever. */
    #giveUp(worker) {
      worker.terminate();
      this.#worker = null;
    }
  }

  globalThis.CrosswalkEngine = { Engine, Stopped };
})();
