// Shows only the questions that can still matter. The conditions are in the page, from the policy.

import { allCards } from "./cards.js";
import { templateOf } from "./cloning.js";
import { byId } from "./dom.js";
import { facts, factOf, isEmpty } from "./fields.js";
import { ticked } from "./state.js";

const EVERYTHING = "unsure";
let widened = false;

/** List all topics, whatever the applicant. */
export function widen() {
  widened = true;
  /** @type {HTMLDetailsElement} */ (byId("wizard-more")).open = true;
}

/** @param {string[]} chosen @param {string} among keys separated by blanks; empty means all */
function fits(chosen, among) {
  const keys = among.split(" ").filter(Boolean);
  return !keys.length || !chosen.length || chosen.includes(EVERYTHING) || keys.some((key) => chosen.includes(key));
}

/** The roles that narrow the list of awards now. */
export const rolesAsked = () => (widened && ticked("topics").length ? [] : ticked("roles"));

/** @param {Element} row @param {string[]} roles @param {string[]} topics */
export function concerns(row, roles, topics) {
  return fits(roles, row.getAttribute("data-roles") ?? "") && fits(topics, row.getAttribute("data-topics") ?? "");
}

/** @param {Element} row */
const isTicked = (row) => /** @type {HTMLInputElement | null} */ (row.querySelector("input"))?.checked ?? false;

/** @type {Element[]} the topics in the order of the page */
let topicRows = [];

/** The roles’ own topics come first; the others are folded, unless one of them is ticked. @param {string[]} roles */
function foldTopics(roles) {
  const fold = /** @type {HTMLDetailsElement} */ (byId("wizard-more"));
  if (!topicRows.length) topicRows = [...document.querySelectorAll("#wizard-topics [data-own]")];
  const own = topicRows.filter((row) => roles.length && fits(roles, row.getAttribute("data-own") ?? "-"));
  const all = !own.length || roles.includes(EVERYTHING);
  const others = all ? [] : topicRows.filter((row) => !own.includes(row));
  const first = topicRows.filter((row) => !others.includes(row));
  if (others.some((row) => row.parentElement !== fold) || first.some((row) => row.parentElement === fold)) {
    fold.before(...first);
    fold.append(...others);
  }
  fold.hidden = !others.some((row) => !(/** @type {HTMLElement} */ (row).hidden));
  if (others.some(isTicked)) fold.open = true;
}

/** Show the questions that are open after the answers so far. */
export function refreshAsked() {
  const roles = ticked("roles");
  let left = false;
  for (const row of document.querySelectorAll("#wizard-topics [data-roles]")) {
    const shown = widened || isTicked(row) || concerns(row, roles, []);
    /** @type {HTMLElement} */ (row).hidden = !shown;
    left ||= !shown;
  }
  /** @type {HTMLElement} */ (document.querySelector(".wizard-narrowed")).hidden = !left;
  foldTopics(roles);
  const topics = ticked("topics");
  const asked = rolesAsked();
  hideUnless(".wizard-unsure", topics.includes(EVERYTHING));
  for (const row of document.querySelectorAll(".wizard-offers .wizard-row"))
    /** @type {HTMLElement} */ (row).hidden = !isTicked(row) && !concerns(row, asked, topics);
  for (const list of document.querySelectorAll(".wizard-offers"))
    /** @type {HTMLElement} */ (list).hidden = !list.querySelector(".wizard-row:not([hidden])");
  for (const button of byId("wizard-add").querySelectorAll("button")) {
    const rows = templateOf(`entry-${button.dataset.addKind}`)?.content.querySelectorAll(".wizard-row") ?? [];
    button.hidden = ![...rows].some((row) => concerns(row, asked, topics));
  }
  byId("wizard-titles").hidden = !asks(byId("wizard-titles"));
  for (const card of allCards()) showFields(card);
}

/** @param {string} selector @param {boolean} shown */
function hideUnless(selector, shown) {
  const element = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (element) element.hidden = !shown;
}

/** Whether “not sure” is the only topic ticked, and nothing is claimed. */
export function isAllUnsure() {
  const topics = ticked("topics");
  return topics.length === 1 && topics[0] === EVERYTHING && !allCards().length;
}

/** @param {string} place whether a step has any questions */
export const asksOf = (place) => asks(document.querySelector(`section[data-place="${place}"]`));

/** @param {Element | null} section */
const asks = (section) => !!section?.querySelector(".wizard-row:not([hidden]), .wizard-card");

/** @type {Map<string, Set<string>>} the fields that no longer matter according to Python, by card */
let spare = new Map();

/** @param {Record<string, string[]>} found */
export function setSpare(found) {
  spare = new Map(Object.entries(found).map(([id, names]) => [id, new Set(names)]));
}

/**
 * Hide a field that depends on a “yes” after a “no”. Once a condition fails, or Python says that
 * nothing else matters, hide empty fields too. The content of a field is kept.
 * @param {HTMLElement} card
 */
function showFields(card) {
  const answers = facts(card);
  const settled = spare.get(card.id);
  let failed = false;
  for (const field of card.querySelectorAll("[data-losing]")) {
    const answer = factOf(card, field.getAttribute("data-field") ?? "");
    failed ||= typeof answer === "string" && (field.getAttribute("data-losing") ?? "").split(" ").includes(answer) && answer !== "";
  }
  for (const field of card.querySelectorAll("[data-field]")) {
    const name = field.getAttribute("data-field") ?? "";
    const other = field.getAttribute("data-only-with");
    const idle = failed || settled?.has(name);
    const answer = answers.get(name);
    const open = answer !== undefined && isEmpty(answer) && !field.contains(document.activeElement);
    /** @type {HTMLElement} */ (field).hidden = !!(other && factOf(card, other) === "no") || !!(idle && open);
  }
  const lost = /** @type {HTMLElement | null} */ (card.querySelector(".wizard-lost"));
  if (lost) lost.hidden = !failed && !settled?.size;
}
