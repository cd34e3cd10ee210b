// Compares two cases: the present answers are kept, in this tab only, and compared with all later
// answers.

import { byId, fill, focus, renew, say, setText } from "./dom.js";
import { inThisTab } from "./tab.js";

const stored = inThisTab("wizard-case");

/**
 * @param {HTMLElement} root
 * @param {{kept: string}} engine compares with the kept form at each reading
 * @param {() => object} collect returns the present form
 * @param {() => void} send sends the form to Python
 */
export function startScenario(root, engine, collect, send) {
  keep(stored.read());

  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!(button instanceof HTMLElement)) return;
    if (button.dataset.scenario === "keep") {
      keep(JSON.stringify(collect()));
      setText(byId("scenario-said"), say("scenario_kept"));
      send();
    } else if (button.dataset.scenario === "drop") {
      keep("");
      setText(byId("scenario-said"), say("scenario_dropped"));
      focus(root.querySelector('[data-scenario="keep"]'));
    } else if (button.dataset.do === "forget") {
      keep("");
      setText(byId("scenario-said"), "");
    }
  });

  /** @param {string} kept a form as text, or empty */
  function keep(kept) {
    engine.kept = kept;
    stored.write(kept);
    /** @type {HTMLElement} */ (root.querySelector('[data-scenario="drop"]')).hidden = !kept;
    if (!kept) fill(byId("scenario-compared"));
  }
}

/** @param {string} html */
export function showCompared(html) {
  renew(byId("scenario-compared"), html);
}
