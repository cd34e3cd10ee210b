// Draws stored answers if the form can show all of them: the drawn form is compared with the stored
// text. Everything else is opened like a file, by Python, with a message about what was left out.

import { collect, FORM, nothing, restore } from "./state.js";

const LONGEST = 1_000_000; // characters, as for a file
const MOST = 300; // claims, payments or entries, as in answers/state.py
const ID = /^(enterprise|[a-z]\d{0,6}x{0,9})$/;

/**
 * Draw a stored text; returns nothing, and leaves the form empty, if it cannot show it exactly, or
 * if another edition stored it: Python then says so.
 * @param {string} text @param {string} edition that of the page
 * @param {() => void} refresh updates everything that depends on the form
 * @returns {any} the state, with everything else that was stored
 */
export function drawn(text, edition, refresh) {
  let same = false;
  try {
    const state = text.length <= LONGEST ? JSON.parse(text) : null;
    if (!isSound(state) || (state.edition ?? edition) !== edition) return null;
    restore(state);
    refresh();
    same = plain(collect()) === plain(state);
    return same ? state : null;
  } catch {
    return null;
  } finally {
    if (!same) restore(nothing());
  }
}

/** @param {any} state */
function isSound(state) {
  if (state?.form !== FORM) return false;
  const lists = [state.subjects, state.claims, state.paid];
  if (!lists.every((list) => Array.isArray(list) && list.length <= MOST)) return false;
  const ids = lists.flat().map((entry) => entry?.id);
  if (!ids.every((id) => typeof id === "string" && ID.test(id)) || new Set(ids).size < ids.length) return false;
  const things = new Set(["enterprise", ...lists[0].map((/** @type {any} */ { id }) => id)]);
  return lists[1].every((/** @type {any} */ { subject }) => things.has(subject)) &&
    lists[2].every((/** @type {any} */ { subject }) => subject === "" || things.has(subject));
}

/** A state as text, without empty values. @param {any} state */
export function plain(state) {
  const own = state.subjects.filter(
    (/** @type {any} */ { id, name }) => id !== "enterprise" || name.trim(),
  );
  return JSON.stringify([
    [...(state.roles ?? [])].sort(),
    [...(state.topics ?? [])].sort(),
    own.map((/** @type {any} */ one) => [one.id, one.kind, one.name.trim(), one.same, said(one.planned)]),
    state.claims.map((/** @type {any} */ one) => [one.id, one.award, one.subject, one.date, said(one.facts)]),
    state.paid.map((/** @type {any} */ one) => [one.id, one.award, one.subject, one.date, answer(one.amount)]),
  ]);
}

/** @param {Record<string, any>} answers */
function said(answers) {
  return Object.entries(answers).map(([name, one]) => [name, answer(one)]).filter(([, one]) => one).sort();
}

/** @param {any} one */
function answer(one) {
  const text = typeof one === "object" ? one.text : one;
  if (!text.trim()) return "";
  return typeof one === "object" ? `${text} ${one.unit}` : text;
}
