// The worker's side: answers the page's questions with Python, the latest question first.

import { addArchive } from "./later.js";

/** @typedef {import("./messages").Question} Question */
/** @typedef {import("./messages").Answer} Answer */
/** @typedef {import("./messages").Places} Places */

/**
 * Python with what the first sum needs; `modules` fetches and adds what everything else needs, and
 * `functions` what hardly anything needs.
 * @typedef {{python: any, policy: string, modules: () => Promise<void>, functions: () => Promise<void>}} Booted
 */

/**
 * @param {(places: Places, lost: (error: any) => void) => Promise<Booted>} boot
 */
export function serve(boot) {
  /** @type {any} */
  let python;
  /** @type {any} */
  let session;
  /** @type {() => Promise<void>} fetches what only workbooks need, once */
  let writer;
  /** @type {Question[]} */
  const waiting = [];
  let busy = true; // until Python is there
  let whole = false; // whether Python has all its modules but what workbooks need
  /** @type {Promise<void>} */
  let rest; // these modules; where they fail the page is told, and ends this worker
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
      const booted = await boot(places, failed);
      python = booted.python;
      session = python.pyimport("answers").FormSession(booted.policy);
      writer = () => addArchive(python, places.workbook, places.packed === "yes");
      rest = complete(booted);
      work(); // what waits is answered as far as can be, before the rest takes up the line
      await rest;
      await turn();
      const functions = booted.functions();
      if (!waiting.length && !busy) python.pyimport("results"); // before it is asked for
      await functions;
      tell({ id: 0, is: "ready" });
    } catch (error) {
      failed(error);
    }
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

  /** Answer everything that waits; of several readings only the last one counts. */
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

  /** What was asked before everything was there may have needed what was still to come. */
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
    const { page, kept } = question;
    tell({ id, is: "figures", answer: session.read(question.state, language), more: page });
    if (!page) return;
    await turn(); // a newer question may have come in
    while (!whole && !newer()) await Promise.race([rest, new Promise((come) => (wake = come))]);
    if (newer()) return;
    tell({ id, is: "results", html: session.results(language), more: true });
    if (kept)
      tell({ id, is: "compared", html: session.compare(kept, language), more: true });
    if (!(await looked())) return;
    tell({ id, is: "near", html: near(language) });
  }

  /** Write a table; the page is told apart whether the network or the writing failed. */
  /** @param {import("./messages").Table} question */
  async function taken({ id, do: kind, state, language, root }) {
    if (kind === "workbook") {
      try {
        await writer();
      } catch {
        tell({ id, is: "unfetched" });
        return;
      }
    }
    const day = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const made =
      kind === "workbook" ? session.workbook(state, language, root, day) : session.listing(state, language, root);
    const content = typeof made === "string" ? made : made.toJs();
    tell({ id, is: "taken", content });
  }

  /** Look for what is near, a little at a time, until a newer question comes in. */
  async function looked() {
    do {
      await turn();
      if (newer()) return false;
    } while (session.look());
    return true;
  }

  /** What is near, or nothing where it cannot be worked out: the results stand without it. */
  /** @param {string} language */
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

  /** Let messages in that have arrived meanwhile. */
  function turn() {
    return new Promise((resolve) => setTimeout(resolve));
  }
}

/** A missing archive rejects with something that is no Error. @param {any} error */
function reason(error) {
  return String(error?.message ?? error);
}
