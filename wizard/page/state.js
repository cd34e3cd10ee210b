// All answers, in the form in which they are kept, saved and sent to Python.

import { addClaim, addPaid, clearCards, collectClaims, collectPaid } from "./cards.js";
import { collectSubjects, ENTERPRISE, restoreSubjects } from "./subjects.js";

/** @typedef {import("./subjects.js").Subject} Subject */
/**
 * @typedef {object} State
 * @property {3} form
 * @property {string[]} roles
 * @property {string[]} topics
 * @property {Subject[]} subjects
 * @property {import("./cards.js").Claim[]} claims
 * @property {import("./cards.js").Paid[]} paid
 * @property {object[]} [elsewhere] answers that only another edition has questions for
 */

export const FORM = 3;

/** What the form has no place for, passed on unread: answers (`answers/elsewhere.py`), and ticks. */
/** @type {{answers: object[], roles: string[], topics: string[]}} */
let elsewhere = { answers: [], roles: [], topics: [] };

/** @param {string} name @returns {HTMLInputElement[]} */
export function boxes(name) {
  return [...document.querySelectorAll(`#wizard-${name} input`)].map((box) => /** @type {any} */ (box));
}

/** @param {string} name */
export const ticked = (name) => boxes(name).filter((box) => box.checked).map(({ value }) => value);

/** @returns {State} */
export function collect() {
  return {
    form: FORM,
    roles: [...ticked("roles"), ...elsewhere.roles],
    topics: [...ticked("topics"), ...elsewhere.topics],
    subjects: collectSubjects(),
    claims: collectClaims(),
    paid: collectPaid(),
    ...(elsewhere.answers.length ? { elsewhere: elsewhere.answers } : {}),
  };
}

/** Replace the content of the form with a state. @param {State} state */
export function restore(state) {
  if (state.form !== FORM) throw new Error("an earlier form, which only Python can read");
  for (const name of /** @type {const} */ (["roles", "topics"]))
    for (const box of boxes(name)) box.checked = (state[name] ?? []).includes(box.value);
  const answers = Array.isArray(state.elsewhere) ? state.elsewhere : [];
  elsewhere = { answers, roles: unknown("roles", state), topics: unknown("topics", state) };
  clearCards();
  restoreSubjects(state.subjects);
  for (const claim of state.claims) addClaim(claim.award, claim.subject, claim);
  for (const paid of state.paid) addPaid(paid);
}

/** The ticks of another edition. @param {"roles" | "topics"} name @param {State} state */
function unknown(name, state) {
  const here = new Set(boxes(name).map(({ value }) => value));
  return (state[name] ?? []).filter((key) => typeof key === "string" && !here.has(key));
}

/** @returns {State} */
export function nothing() {
  return { form: FORM, roles: [], topics: [], subjects: [], claims: [], paid: [] };
}

/** @param {State} state whether it has any claims or payments */
export const isEmptyState = ({ claims, paid }) => claims.length + paid.length === 0;

/** @param {State} state whether nothing was answered */
export function isBlank({ roles, topics, subjects, claims, paid, elsewhere: kept = [] }) {
  const named = subjects.some(({ id, name }) => id !== ENTERPRISE || name);
  return !named && [roles, topics, claims, paid, kept].every((list) => !list.length);
}
