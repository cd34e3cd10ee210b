// The worker's side: answers the page's questions with Python, the latest question first.

import { addArchive } from "./later.js";

/** @typedef {{id: number, do: "read", state: string, language: string, page: boolean, kept: string}} Read */
/** @typedef {{id: number, do: "open", text: string, language: string}} Open */
/** @typedef {{id: number, do: "listing" | "workbook", state: string, language: string, root: string}} Table */
/** @typedef {{runtime: string, archive: string, policy: string, workbook: string, packed: string}} Places absolute addresses, and whether the server compresses nothing */

/**
 * @param {(places: Places) => Promise<{python: any, policy: string}>} boot
 */
export function serve(boot) {
  /** @type {any} */
  let python;
  /** @type {any} */
  let desk;
  /** @type {() => Promise<void>} fetches what only workbooks need, once */
  let writer;
  /** @type {Array<Read | Open | Table>} */
  const waiting = [];
  let busy = true; // until Python is there

  self.onmessage = ({ data }) => {
    waiting.push(data);
    if (!busy) work();
  };

  start(/** @type {any} */ (Object.fromEntries(new URLSearchParams(location.hash.slice(1)))));

  /** @param {Places} places */
  async function start(places) {
    try {
      const booted = await boot(places);
      python = booted.python;
      desk = python.pyimport("answers").Desk(booted.policy);
      writer = () => addArchive(python, places);
    } catch (error) {
      // a missing archive rejects with something that is no Error
      self.postMessage({ id: 0, is: "failed", why: String(error?.message ?? error) });
      return;
    }
    self.postMessage({ id: 0, is: "ready" });
    await work();
    await turn();
    if (!waiting.length) python.pyimport("results"); // the templates, before they are asked for
  }

  /** Answer everything that waits; of several readings only the last one counts. */
  async function work() {
    busy = true;
    while (waiting.length) {
      const question = /** @type {Read | Open | Table} */ (waiting.shift());
      const later = waiting.some((other) => other.do === "read");
      if (question.do === "read" && later) continue;
      try {
        await answer(question);
      } catch (error) {
        self.postMessage({ id: question.id, is: "error", why: String(error?.message ?? error) });
      }
    }
    busy = false;
  }

  /** @param {Read | Open | Table} question */
  async function answer(question) {
    const { id, language } = question;
    if (question.do === "open") {
      self.postMessage({ id, is: "opened", answer: desk.open(question.text, language) });
      return;
    }
    if (question.do !== "read") return taken(question);
    const { page, kept } = question;
    self.postMessage({ id, is: "figures", answer: desk.read(question.state, language), more: page });
    if (!page) return;
    await turn(); // a newer question may have come in
    if (waiting.some((other) => other.do === "read")) return;
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
      } catch {
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
      if (waiting.some((other) => other.do === "read")) return false;
    } while (desk.look());
    return true;
  }

  /** What is near, or nothing where it cannot be worked out: the results stand without it. */
  /** @param {string} language */
  function near(language) {
    try {
      return desk.near(language);
    } catch {
      return "";
    }
  }

  /** Let messages in that have arrived meanwhile. */
  function turn() {
    return new Promise((resolve) => setTimeout(resolve));
  }
}
