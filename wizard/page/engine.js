// The page's side of the worker: it numbers questions, drops late answers, and has a watchdog
// timer.

import { canRunPython } from "./features.js";
import { openLine } from "./line.js";

/**
 * @typedef {object} Handlers
 * @property {() => void} ready
 * @property {(answer: any) => void} figures
 * @property {(html: string) => void} results
 * @property {(html: string) => void} near
 * @property {(html: string) => void} compared
 * @property {(html: string) => void} between empty if the other edition could not be fetched
 * @property {(fault: string) => void} fault one of features, missing, crash, silent, engine
 */

export class Engine {
  /** @param {HTMLElement} root @param {Handlers} handlers */
  constructor(root, handlers) {
    this.root = root;
    this.handlers = handlers;
    this.language = /** @type {import("./messages").Language} */ (root.dataset.language);
    this.patience = Number(root.dataset.timeout) || 60000;
    /** @type {Worker | null} */
    this.worker = null;
    this.count = 0;
    this.reading = 0; // the number of the last reading sent
    this.ready = false;
    this.done = false; // whether all questions are answered
    this.kept = ""; // a form to compare with, as JSON text
    this.against = ""; // the address of another edition to compare with
    /** @type {Map<number, {resolve: (answer: any) => void, reject: (why?: string) => void}>} */
    this.opening = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.watchdog = undefined;
  }

  start() {
    this.stop();
    if (!canRunPython()) return this.fail("features");
    let line;
    try {
      line = takeLine() ?? openLine(this.root);
    } catch {
      return this.fail("crash");
    }
    this.worker = line.worker;
    this.worker.onmessage = ({ data }) => this.answered(data);
    this.worker.onmessageerror = () => this.broke();
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.broke();
    };
    this.watch();
    for (const { data } of line.heard) data ? this.answered(data) : this.broke();
  }

  broke() {
    this.fail(this.ready ? "crash" : "missing");
  }

  stop() {
    clearTimeout(this.watchdog);
    this.worker?.terminate();
    this.worker = null;
    this.ready = false;
    this.opening.forEach(({ reject }) => reject());
    this.opening.clear();
  }

  /** @param {object} state @param {boolean} page whether the page of results is also needed */
  read(state, page) {
    if (!this.worker) return;
    const { language } = this;
    const { kept, against } = this;
    const asked = { state: JSON.stringify(state), language, page, kept, against };
    this.reading = this.ask({ do: "read", ...asked });
  }

  /** Drop all answers that have not arrived yet. */
  drop() {
    this.reading = 0;
  }

  /** @param {string} text @returns {Promise<any>} rejected if no engine is running */
  open(text) {
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject();
      const id = this.ask({ do: "open", text, language: this.language });
      this.opening.set(id, { resolve, reject });
    });
  }

  /**
   * Return the results, or a comparison with another edition, as a table.
   * @param {"listing" | "workbook"} kind @param {object} state @param {string} root of the language
   * @param {string} against the other edition, or empty
   * @returns {Promise<string | Uint8Array>} rejected with `unfetched`, or if no engine answers
   */
  table(kind, state, root, against) {
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject();
      const { language } = this;
      const id = this.ask({ do: kind, state: JSON.stringify(state), language, root, against });
      this.opening.set(id, { resolve, reject });
    });
  }

  /** @param {import("./messages").Asked} question */
  ask(question) {
    const id = ++this.count;
    this.worker?.postMessage({ id, ...question });
    this.done = false;
    this.watch();
    return id;
  }

  watch() {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.fail("silent"), this.patience);
  }

  /** @param {import("./messages").Answer} message */
  answered(message) {
    // “ready” answers no question, so `done` does not change
    if (message.is !== "ready" || !this.count) this.done = message.id === this.count && !("more" in message && message.more);
    if (this.done) clearTimeout(this.watchdog);
    else this.watch(); // more answers will follow
    if (message.is === "failed") return this.fail("missing");
    if (message.is === "ready") {
      this.ready = true;
      return this.handlers.ready();
    }
    const opening = this.opening.get(message.id);
    this.opening.delete(message.id);
    if (opening) {
      if (message.is === "opened") opening.resolve(JSON.parse(message.answer));
      else if (message.is === "taken") opening.resolve(message.content);
      else opening.reject(message.is);
    } else if (message.id === this.reading) {
      if (message.is === "figures") this.handlers.figures(JSON.parse(message.answer));
      else if (message.is === "results") this.handlers.results(message.html);
      else if (message.is === "near") this.handlers.near(message.html);
      else if (message.is === "compared") this.handlers.compared(message.html);
      else if (message.is === "between") this.handlers.between(message.html);
      else this.handlers.fault("engine");
    }
  }

  /** @param {string} fault */
  fail(fault) {
    this.stop();
    this.handlers.fault(fault);
  }
}

/** The line that `early.js` opened; only once. @returns {import("./line.js").Line | undefined} */
function takeLine() {
  const page = /** @type {any} */ (window);
  const line = page.wizardLine;
  delete page.wizardLine;
  return line;
}
