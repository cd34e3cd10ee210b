// What was answered elsewhere about the same thing is offered at an open field, never copied.

import { allClaims, subjectOf } from "./cards.js";
import { say, setText } from "./dom.js";
import { factOf, get, isEmpty, put, putFact, shown } from "./fields.js";
import { ENTERPRISE, identity } from "./subjects.js";

/** @typedef {{card: HTMLElement, field: HTMLElement, about: string, same: string}} Place */

/** @param {HTMLElement} card @param {HTMLElement} field */
function answerIn(card, field) {
  const name = field.dataset.field ?? "";
  return name === "date" ? get(card, "date") : factOf(card, name);
}

/** @returns {Place[]} */
function places() {
  return allClaims().flatMap((card) => {
    const about = identity(subjectOf(card));
    return [...card.querySelectorAll("[data-same]")].map((element) => {
      const field = /** @type {HTMLElement} */ (element);
      return { card, field, about, same: field.dataset.same ?? "" };
    });
  });
}

/** @param {Place} place @param {Place[]} all @returns {Place | undefined} */
function source({ card, field, about, same }, all) {
  if (!isEmpty(answerIn(card, field))) return undefined;
  if (same === "date" && about === ENTERPRISE) return undefined; // its titles have each their own
  return all.find(
    (other) =>
      other.about === about && other.same === same && other.card.dataset.award !== card.dataset.award &&
      !isEmpty(answerIn(other.card, other.field)),
  );
}

/** Show at each open field what could be taken over. */
export function refreshTakeovers() {
  const all = places();
  for (const place of all) {
    const line = /** @type {HTMLElement | null} */ (place.field.querySelector(".wizard-offer"));
    if (!line) continue;
    const from = source(place, all);
    line.hidden = !from;
    if (!from) continue;
    const unit = from.field.querySelector(".wizard-unit")?.textContent ?? "";
    const text = shown(from.field);
    const whole = /^[\d.,]+$/.test(text) ? `${text} ${unit}`.trim() : text;
    const award = from.card.dataset.name ?? "";
    setText(/** @type {Element} */ (line.querySelector("button")), say("take", { award, text: whole }));
  }
}

/** @param {HTMLElement} button take over what it offers */
export function take(button) {
  const all = places();
  const place = all.find(({ field }) => field.contains(button));
  const from = place && source(place, all);
  if (!place || !from) return;
  const answer = answerIn(from.card, from.field);
  if (typeof answer === "string" && place.same === "date") put(place.card, "date", answer);
  else putFact(place.card, place.field.dataset.field ?? "", answer);
  /** @type {HTMLElement | null} */ (place.field.querySelector("input:checked, input, select"))?.focus();
}
