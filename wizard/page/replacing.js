// Puts other answers into the form: of a file, a link, an earlier visit, or none. What they take the
// place of is put aside; what cannot be drawn changes nothing.

import { forgetRemoved } from "./actions.js";
import { showAside } from "./aside.js";
import { openStored } from "./filing.js";
import { hideSummary } from "./notes.js";
import { showSince } from "./outcome.js";
import { OUTCOME } from "./reading.js";
import { drawn } from "./recall.js";
import { dropAside, putAside, stored } from "./session.js";
import { collect, isBlank, nothing, restore } from "./state.js";
import * as steps from "./steps.js";

/** @param {import("./reading.js").Reading} reading */
export function replacing(reading) {
  const { edition } = reading;
  const refresh = () => reading.refresh();

  /**
   * Put an opened state into the form, put the previous one aside, and compute. If the state cannot
   * be drawn, nothing changes.
   * @param {import("./state.js").State} state @param {string} since HTML, or empty
   * @param {string} [step] where to go
   */
  function put(state, since, step = OUTCOME) {
    const former = collect();
    try {
      restore(state);
      refresh();
    } catch {
      restore(former);
      refresh();
      return false;
    }
    arrive(former, step, false);
    showSince(since);
    return true;
  }

  /**
   * Go to the form that has just been drawn in place of another.
   * @param {import("./state.js").State} former @param {string} step @param {boolean} owned
   */
  function arrive(former, step, owned) {
    if (reading.own && !isBlank(former)) {
      const text = JSON.stringify({ ...former, edition, step: steps.step(), opened: false });
      putAside({ why: "replaced", text });
    }
    reading.own = owned;
    forgetRemoved();
    showAside();
    hideSummary();
    steps.go(step);
    steps.arrive();
    reading.send();
  }

  /** Restore a text that was put aside. @param {string} text */
  async function putBack(text) {
    const former = collect();
    const state = drawn(text, edition, refresh);
    if (state) {
      dropAside(text);
      arrive(former, steps.isStep(state.step) ? state.step : OUTCOME, true);
      showSince("");
      return;
    }
    restore(former);
    refresh();
    await opened(text, true);
  }

  /** Open an earlier stored text like a file. @param {string} text @param {boolean} mayReplace */
  async function opened(text, mayReplace) {
    let step = OUTCOME;
    try {
      step = steps.isStep(JSON.parse(text).step) ? JSON.parse(text).step : OUTCOME;
    } catch {
      // Python reports what is wrong with it
    }
    const done = await openStored(filing, text, step, mayReplace);
    if (done === "whole") dropAside(text);
    showAside();
    if (done !== "no") reading.sendOwn();
  }

  function clear() {
    reading.drop();
    restore(nothing());
    refresh();
    reading.empty();
    showSince("");
    steps.go("who");
  }

  /**
   * Draw the first stored state that can be drawn; put those aside that cannot, before anything
   * replaces them.
   * @returns {{first: string, unread: string[]}} the first step, and the texts that Python has to
   * read
   */
  function begin() {
    const unread = [];
    for (const text of stored()) {
      const state = drawn(text, edition, refresh);
      if (state) {
        dropAside(text);
        reading.own = !state.opened;
        const step = history.state?.step ?? state.step;
        return { first: steps.isStep(step) ? step : "who", unread };
      }
      putAside({ why: "unread", text });
      unread.push(text);
    }
    return { first: "who", unread };
  }

  /** What saving and opening need of the page. @type {import("./filing.js").Page} */
  const filing = {
    edition,
    engine: reading.engine,
    step: steps.step,
    application: (patience) => reading.application(patience),
    put,
    clear,
  };
  return { filing, putBack, opened, begin };
}
