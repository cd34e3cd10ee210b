// The region of the results: totals, one spoken sentence, and the page that Python wrote.

import { Idiomorph } from "idiomorph/dist/idiomorph.esm.js";
import { byId, fill, focus, say, setText } from "./dom.js";

/** @typedef {{max: string | null, ceiling: string | null, range: (string | null)[] | null}} Totals */

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** @param {Totals} totals */
export function showTotals(totals) {
  const { max, range } = totals;
  byId("wizard-totals").classList.remove("wizard-nothing");
  total("max", max && sum(totals));
  total("range", range && between(range), !range);
  clearTimeout(pause);
  pause = setTimeout(() => setText(byId("wizard-said"), sentence(totals)), 1000);
}

/** @param {Totals} totals */
function sum({ max, ceiling }) {
  return ceiling ? say("at_most", { sum: max ?? "" }) : (max ?? "");
}

/** @param {(string | null)[]} range */
function between([least, most]) {
  if (most === null) return say("range_open", { least: least ?? "" });
  return say("range", { least: least ?? "", most });
}

/** @param {Totals} totals */
function sentence(totals) {
  const known = totals.max ? say("said_sum", { sum: sum(totals) }) : say("said_none");
  const open = totals.range ? say("said_range", { range: between(totals.range) }) : "";
  return [known, open].filter(Boolean).join(" ");
}

/** @param {string} name @param {string | null} text @param {boolean} [hidden] */
function total(name, text, hidden = false) {
  const cell = /** @type {HTMLElement} */ (document.querySelector(`[data-total="${name}"]`));
  setText(cell, text ?? say("total_none"));
  const row = /** @type {HTMLElement} */ (cell.parentElement);
  row.hidden = hidden;
}

/** What the applicant has opened or chosen in the results stays as it is. */
const CALLBACKS = {
  beforeAttributeUpdated: (/** @type {string} */ name, /** @type {Element} */ node) =>
    !(name === "open" && node.nodeName === "DETAILS") && name !== "checked",
  // what was near stands, faded, until it has been looked for anew: the page does not jump
  beforeNodeMorphed: (/** @type {Element} */ node) => node.id !== NEAR,
};
const NEAR = "results-near-body";

/** Swap the page of results in; focus and opened details stay as they are. */
/** @param {string} html */
export function showResults(html) {
  Idiomorph.morph(byId("wizard-results"), html, { morphStyle: "innerHTML", callbacks: CALLBACKS });
  document.getElementById("results-near")?.setAttribute("aria-busy", "true");
  setText(byId("wizard-state"), "");
}

/** Put what is near into the results; where it could not be found, they stand without it. */
/** @param {string} html */
export function showNear(html) {
  const section = document.getElementById("results-near");
  const body = document.getElementById(NEAR);
  if (!section || !body) return;
  section.hidden = !html;
  section.removeAttribute("aria-busy");
  Idiomorph.morph(body, html, { morphStyle: "innerHTML", callbacks: CALLBACKS });
}

/**
 * Tell above the results what comes out otherwise than when the file was saved.
 * @param {string} html nothing to tell where it is empty
 */
export function showSince(html) {
  const box = byId("wizard-since");
  /** @type {Element} */ (box.firstElementChild).innerHTML = html;
  box.hidden = !html;
  if (html) focus(box);
}

/** @param {string} key of the words, or nothing */
export function showState(key) {
  setText(byId("wizard-state"), key && say(key));
}

/** Whether something is said in the place of the results, or about them. */
export function isStateShown() {
  return byId("wizard-state").textContent !== "";
}

/**
 * While nothing is answered, the range that the largest single award leaves open.
 * @param {string} most as a card says it, or nothing
 */
export function showOpen(most) {
  total("max", null);
  total("range", most && say("range_possible", { most }), !most);
  byId("wizard-totals").classList.toggle("wizard-nothing", !most);
}

/** What can be taken away is there as soon as there is a result. @param {boolean} there */
export function offerTaking(there) {
  for (const part of document.querySelectorAll("#wizard-outcome [data-taking], .wizard-scenario"))
    /** @type {HTMLElement} */ (part).hidden = !there;
}

export function clearOutcome() {
  clearTimeout(pause);
  offerTaking(false);
  setText(byId("wizard-said"), "");
  fill(byId("wizard-results"));
  showState("outcome_empty");
}
