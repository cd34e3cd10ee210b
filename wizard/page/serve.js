// The worker's side: it answers the page's questions with Python; of several readings only the
// last.

import { fetchFile } from "./fetching.js";
import { addArchive } from "./later.js";

/** @typedef {import("./messages").Question} Question */
/** @typedef {import("./messages").Answer} Answer */
/** @typedef {import("./messages").Places} Places */

/**
 * Python with the modules for the first sum; `modules` fetches and adds the other modules.
 * @typedef {{python: any, policy: string, modules: () => Promise<void>}} Booted
 */

/**
 * @param {(places: Places) => Promise<Booted>} boot
 */
export function serve(boot) {
  /** @type {any} */
  let python;
  /** @type {any} */
  let session;
  /** @type {() => Promise<void>} fetches the modules for workbooks, once */
  let writer;
  /** @type {(address: string) => Promise<any>} this edition and another one, to be compared */
  let withEdition;
  /** @type {Question[]} */
  const waiting = [];
  let busy = true; // until Python is ready
  let whole = false; // whether Python has all modules except those for workbooks
  /** @type {Promise<void>} */
  let rest; // these modules; if they fail, the page gets a message and ends this worker
  /** @type {(value?: any) => void} */
  let wake = () => {};
  const tell = (/** @type {Answer} */ answer) => self.postMessage(answer);

  self.onmessage = ({ data }) => {
    waiting.push(data);
    wake();
    if (!busy) work();
  };

  start(/** @type {any} */ (Object.fromEntries(new URLSearchParams(location.hash.slice(1)))));

  /** @param {Places} places */
  async function start(places) {
    try {
      const booted = await boot(places);
      python = booted.python;
      session = python.pyimport("answers").FormSession(booted.policy, places.home ?? "../");
      writer = () => addArchive(python, places.workbook, places.packed === "yes");
      withEdition = comparing(booted, places);
      rest = complete(booted);
      work(); // answer waiting questions before the rest uses the line
      await rest;
      await turn();
      if (!waiting.length && !busy) python.pyimport("results"); // before it is needed
      tell({ id: 0, is: "ready" });
    } catch (error) {
      failed(error);
    }
  }

  /**
   * Compare with other editions, each fetched once, when it is first asked for.
   * @param {Booted} booted @param {Places} places
   */
  function comparing(booted, places) {
    /** @type {Map<string, any>} by address */
    const known = new Map();
    return async (/** @type {string} */ address) => {
      if (!known.has(address)) {
        const text = await fetchFile(address, places.packed === "yes").then((found) => found.text());
        const { TwoEditions } = python.pyimport("between_editions");
        known.set(address, TwoEditions(booted.policy, text, places.home ?? "../"));
      }
      return known.get(address);
    };
  }

  /** @param {any} error */
  function failed(error) {
    tell({ id: 0, is: "failed", why: reason(error) });
  }

  /** @param {Booted} booted */
  async function complete(booted) {
    await turn();
    await booted.modules();
    whole = true;
  }

  /** Answer all waiting questions; of several readings only the last counts. */
  async function work() {
    busy = true;
    while (waiting.length) {
      const question = /** @type {Question} */ (waiting.shift());
      if (question.do === "read" && newer()) continue;
      try {
        await answer(question).catch((error) => again(question, error));
      } catch (error) {
        tell({ id: question.id, is: "error", why: reason(error) });
      }
    }
    busy = false;
  }

  /** Repeat a question that failed before all modules were there and may have needed them. */
  /** @param {Question} question @param {any} error */
  async function again(question, error) {
    if (whole) throw error;
    await rest;
    await answer(question);
  }

  /** @param {Question} question */
  async function answer(question) {
    const { id, language } = question;
    if (question.do !== "read") await rest;
    if (question.do === "open") {
      tell({ id, is: "opened", answer: session.open(question.text, language) });
      return;
    }
    if (question.do !== "read") return taken(question);
    const { page, kept, against } = question;
    tell({ id, is: "figures", answer: session.read(question.state, language), more: page });
    if (!page) return;
    await turn(); // let a newer question arrive
    while (!whole && !newer()) await Promise.race([rest, new Promise((come) => (wake = come))]);
    if (newer()) return;
    tell({ id, is: "results", html: session.results(language), more: true });
    if (kept)
      tell({ id, is: "compared", html: session.compare(kept, language), more: true });
    if (against) {
      const editions = await withEdition(against).catch(() => null); // without a network
      if (newer()) return;
      tell({ id, is: "between", html: between(editions, question), more: true });
    }
    if (!(await looked())) return;
    tell({ id, is: "near", html: near(language) });
  }

  /** Write a table; the page learns whether the network or the writing failed. */
  /** @param {import("./messages").Table} question */
  async function taken({ id, do: kind, state, language, root, against }) {
    let source = session;
    try {
      if (kind === "workbook") await writer();
      if (against) source = await withEdition(against);
    } catch {
      tell({ id, is: "unfetched" });
      return;
    }
    const day = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const made =
      kind === "workbook" ? source.workbook(state, language, root, day) : source.listing(state, language, root);
    const content = typeof made === "string" ? made : made.toJs();
    tell({ id, is: "taken", content });
  }

  /** Look for near misses, a few at a time, until a newer question arrives. */
  async function looked() {
    do {
      await turn();
      if (newer()) return false;
    } while (session.look());
    return true;
  }

  /** Return a comparison, or an empty string on an error: the results work without it. */
  /** @param {any} editions @param {import("./messages").Read} question */
  function between(editions, { state, language }) {
    try {
      return editions?.page(state, language) ?? "";
    } catch {
      return "";
    }
  }

  /** Return near misses, or an empty string on an error: the results work without them. @param {string} language */
  function near(language) {
    try {
      return session.near(language);
    } catch {
      return "";
    }
  }

  function newer() {
    return waiting.some((other) => other.do === "read");
  }

  /** Let the event loop deliver waiting messages. */
  function turn() {
    return new Promise((resolve) => setTimeout(resolve));
  }
}

/** A missing archive rejects with a value that is not an Error. @param {any} error */
function reason(error) {
  return String(error?.message ?? error);
}
