// The results: totals, a sentence for screen readers, and the page that Python wrote.

import { byId, fill, focus, renew, say, setText } from "./dom.js";

/** @typedef {{max: string | null, ceiling: string | null, range: (string | null)[] | null}} Totals */

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** @param {Totals} totals */
export function showTotals(totals) {
  const { max, range } = totals;
  byId("wizard-totals").classList.toggle("wizard-nothing", !max && !range);
  total("max", max && sum(totals), !max && !!range);
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

/** Keep what the applicant has opened or chosen in the results. */
const CALLBACKS = {
  beforeAttributeUpdated: (/** @type {string} */ name, /** @type {Element} */ node) =>
    !(name === "open" && node.nodeName === "DETAILS") && name !== "checked",
  // old near misses stay, faded, until new ones are found, so that the page does not jump
  beforeNodeMorphed: (/** @type {Element} */ node) => node.id !== NEAR,
};
const NEAR = "results-near-body";

/** Replace the page of results; focus and opened details stay. @param {string} html */
export function showResults(html) {
  renew(byId("wizard-results"), html, CALLBACKS);
  document.getElementById("results-near")?.setAttribute("aria-busy", "true");
  setText(byId("wizard-state"), "");
}

/** Open the row that a link among the results leads to. @param {HTMLAnchorElement} link */
export function openRow(link) {
  const row = document.getElementById(link.hash.slice(1))?.closest(".result");
  const fold = row?.querySelector("details");
  if (fold) fold.open = true;
}

/** Put near misses into the results, or remove their place if they could not be computed. @param {string} html */
export function showNear(html) {
  const section = document.getElementById("results-near");
  const body = document.getElementById(NEAR);
  if (!section || !body) return;
  section.hidden = !html;
  section.removeAttribute("aria-busy");
  renew(body, html, CALLBACKS);
}

/**
 * Show above the results what differs from when the file was saved.
 * @param {string} html empty if there is nothing to show
 */
export function showSince(html) {
  const box = byId("wizard-since");
  /** @type {Element} */ (box.firstElementChild).innerHTML = html;
  box.hidden = !html;
  if (html) focus(box);
}

/** @param {string} key of the words, or empty */
export function showState(key) {
  setText(byId("wizard-state"), key && say(key));
}

/** Whether a message is shown in place of the results, or about them. */
export function isStateShown() {
  return byId("wizard-state").textContent !== "";
}

/** While nothing is answered there is no total; what may come is in the list. */
export function showNoTotal() {
  total("max", null);
  total("range", null, true);
  byId("wizard-next").hidden = true;
  byId("wizard-totals").classList.add("wizard-nothing");
}

/**
 * Lead to the open question that moves the total most.
 * @param {string | null} at the id of its field @param {string} question
 */
export function showNext(at, question) {
  const field = at && document.getElementById(at);
  byId("wizard-next").hidden = !field;
  const link = /** @type {HTMLAnchorElement} */ (byId("wizard-next").querySelector("a"));
  link.href = `#${at}`;
  link.dataset.to = at ?? "";
  setText(link, question);
}

/** Show the downloads as soon as there is a result. @param {boolean} there */
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
