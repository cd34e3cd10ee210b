// The worker's side: answers the page's questions with Python, the latest question first.

import { addArchive } from "./later.js";

/** @typedef {{id: number, do: "read", state: string, language: string, page: boolean, kept: string}} Read */
/** @typedef {{id: number, do: "open", text: string, language: string}} Open */
/** @typedef {{id: number, do: "listing" | "workbook", state: string, language: string, root: string}} Table */
/** @typedef {{runtime: string, archive: string, results: string, policy: string, workbook: string, packed: string}} Places absolute addresses, and whether the server compresses nothing */

/**
 * Python with the modules that the first sum needs; `rest` fetches and adds those of the results.
 * @typedef {{python: any, policy: string, rest: () => Promise<void>}} Booted
 */

/**
 * @param {(places: Places, whole: boolean) => Promise<Booted>} boot
 * @param {(places: Places) => Promise<unknown>} fetchRest
 */
export function serve(boot, fetchRest) {
  /** @type {any} */
  let python;
  /** @type {any} */
  let desk;
  /** @type {() => Promise<void>} fetches what only workbooks need, once */
  let writer;
  /** @type {Array<Read | Open | Table>} */
  const waiting = [];
  let busy = true; // until Python is there
  let whole = false; // whether Python has all its functions, also those hardly ever called
  let modules = false; // whether it has the modules of the results
  let wake = () => {};

  self.onmessage = ({ data }) => {
    waiting.push(data);
    wake();
    if (!busy) work();
  };

  const places = /** @type {Places} */ (
    /** @type {any} */ (Object.fromEntries(new URLSearchParams(location.hash.slice(1))))
  );
  start();

  async function start() {
    const booted = await begin(false);
    if (!booted) return;
    work(); // what waits is answered as far as can be, before the rest takes up the line
    await turn();
    if (!(await addModules(booted))) return;
    await fetchRest(places).catch(() => undefined); // it is asked for again when it is needed
    self.postMessage({ id: 0, is: "ready" });
    await turn();
    if (!busy) await prepare();
  }

  /**
   * Start Python, or start it anew with the functions that are hardly ever called.
   * @param {boolean} all
   * @returns {Promise<Booted | undefined>} nothing where it does not run: the page has been told
   */
  async function begin(all) {
    whole = all;
    try {
      const booted = await boot(places, whole);
      python = booted.python;
      desk = python.pyimport("answers").Desk(booted.policy);
      writer = () => addArchive(python, places.workbook, places.packed === "yes");
      if (all) await have(booted);
      return booted;
    } catch (error) {
      return lacks(error) ? begin(true) : failed(error);
    }
  }

  /** @param {Booted} booted @returns {Promise<unknown>} nothing where the page has been told */
  async function addModules(booted) {
    try {
      if (!modules) await have(booted);
      return booted;
    } catch (error) {
      if (lacks(error)) return begin(true);
      return whole ? booted : failed(error); // started anew meanwhile, with everything
    }
  }

  /** @param {Booted} booted */
  async function have(booted) {
    await booted.rest();
    modules = true;
    wake();
  }

  /** A missing archive rejects with something that is no Error. @param {any} error */
  function failed(error) {
    self.postMessage({ id: 0, is: "failed", why: String(error?.message ?? error) });
    return undefined;
  }

  /** Whether a function was called that Python does not have yet. @param {any} error */
  function lacks(error) {
    return !whole && (error instanceof WebAssembly.RuntimeError || error?.pyodide_fatal_error);
  }

  /** Load the templates before they are asked for. */
  async function prepare() {
    busy = true;
    try {
      python.pyimport("results");
    } catch (error) {
      if (lacks(error) && !(await begin(true))) return;
    }
    await work();
  }

  /** Answer everything that waits; of several readings only the last one counts. */
  async function work() {
    busy = true;
    while (waiting.length) {
      const question = /** @type {Read | Open | Table} */ (waiting.shift());
      if (question.do === "read" && newer()) continue;
      try {
        await answer(question);
      } catch (error) {
        if (modules && !lacks(error)) {
          self.postMessage({ id: question.id, is: "error", why: String(error?.message ?? error) });
          continue;
        }
        // asked again once what it needed is there
        if (!lacks(error)) await modulesThere();
        else if (!(await begin(true))) return;
        waiting.unshift(question);
      }
    }
    busy = false;
  }

  /** @param {Read | Open | Table} question */
  async function answer(question) {
    const { id, language } = question;
    if (question.do !== "read") await modulesThere();
    if (question.do === "open") {
      self.postMessage({ id, is: "opened", answer: desk.open(question.text, language) });
      return;
    }
    if (question.do !== "read") return taken(question);
    const { page, kept } = question;
    self.postMessage({ id, is: "figures", answer: desk.read(question.state, language), more: page });
    if (!page) return;
    await turn(); // a newer question may have come in
    await modulesThere(newer);
    if (newer()) return;
    self.postMessage({ id, is: "results", html: desk.results(language), more: true });
    if (kept)
      self.postMessage({ id, is: "compared", html: desk.compare(kept, language), more: true });
    if (!(await looked())) return;
    self.postMessage({ id, is: "near", html: near(language) });
  }

  /** Write a table; the page is told apart whether the network or the writing failed. */
  /** @param {Table} question */
  async function taken({ id, do: kind, state, language, root }) {
    if (kind === "workbook") {
      try {
        await writer();
      } catch (error) {
        if (lacks(error)) throw error;
        self.postMessage({ id, is: "unfetched" });
        return;
      }
    }
    const made = desk[kind](state, language, root);
    const content = typeof made === "string" ? made : made.toJs();
    self.postMessage({ id, is: "taken", content });
  }

  /** Look for what is near, a little at a time, until a newer question comes in. */
  async function looked() {
    do {
      await turn();
      if (newer()) return false;
    } while (desk.look());
    return true;
  }

  /** What is near, or nothing where it cannot be worked out: the results stand without it. */
  /** @param {string} language */
  function near(language) {
    try {
      return desk.near(language);
    } catch (error) {
      if (lacks(error)) throw error;
      return "";
    }
  }

  /** Wait for the modules of the results, or until something else matters more. */
  async function modulesThere(otherwise = () => false) {
    while (!modules && !otherwise()) await new Promise((resolve) => (wake = () => resolve(null)));
  }

  function newer() {
    return waiting.some((other) => other.do === "read");
  }

  /** Let messages in that have arrived meanwhile. */
  function turn() {
    return new Promise((resolve) => setTimeout(resolve));
  }
}
