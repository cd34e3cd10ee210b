// Offers an answer given elsewhere about the same subject at an open field; it is never copied by
// itself.

import { allClaims, subjectOf } from "./cards.js";
import { say, setText } from "./dom.js";
import { factOf, get, isEmpty, put, putFact, shown } from "./fields.js";
import { ENTERPRISE, identitiesNow } from "./subjects.js";

/** @typedef {{card: HTMLElement, field: HTMLElement, about: string, same: string, open: boolean}} Place */

/** @param {HTMLElement} card @param {HTMLElement} field */
function answerIn(card, field) {
  const name = field.dataset.field ?? "";
  return name === "date" ? get(card, "date") : factOf(card, name);
}

/** @returns {Place[]} */
function places() {
  const identities = identitiesNow();
  return allClaims().flatMap((card) => {
    const about = identities.get(subjectOf(card)) ?? "";
    return [...card.querySelectorAll("[data-same]")].map((element) => {
      const field = /** @type {HTMLElement} */ (element);
      const open = isEmpty(answerIn(card, field));
      return { card, field, about, same: field.dataset.same ?? "", open };
    });
  });
}

/** @param {Place} place */
const keyOf = ({ about, same }) => `${about} ${same}`;

/** The answered fields, by subject and question. @param {Place[]} all @returns {Map<string, Place[]>} */
function answered(all) {
  /** @type {Map<string, Place[]>} */
  const found = new Map();
  for (const place of all) {
    if (place.open) continue;
    const others = found.get(keyOf(place));
    if (others) others.push(place);
    else found.set(keyOf(place), [place]);
  }
  return found;
}

/** @param {Place} place @param {Map<string, Place[]>} filled @returns {Place | undefined} */
function source(place, filled) {
  if (!place.open) return undefined;
  if (place.same === "date" && place.about === ENTERPRISE) return undefined; // each title of the enterprise has its own date
  const { award } = place.card.dataset;
  return filled.get(keyOf(place))?.find(({ card }) => card.dataset.award !== award);
}

/** Show the offer at each open field. */
export function refreshTakeovers() {
  const all = places();
  const filled = answered(all);
  for (const place of all) {
    const line = /** @type {HTMLElement | null} */ (place.field.querySelector(".wizard-offer"));
    if (!line) continue;
    const from = source(place, filled);
    line.hidden = !from;
    if (!from) continue;
    const unit = from.field.querySelector(".wizard-unit")?.textContent ?? "";
    const text = shown(from.field);
    const whole = /^[\d.,]+$/.test(text) ? `${text} ${unit}`.trim() : text;
    const award = from.card.dataset.name ?? "";
    setText(/** @type {Element} */ (line.querySelector("button > span")), say("take", { award, text: whole }));
  }
}

/** @param {HTMLElement} button the button of an offer, which is accepted */
export function take(button) {
  const all = places();
  const place = all.find(({ field }) => field.contains(button));
  const from = place && source(place, answered(all));
  if (!place || !from) return;
  const answer = answerIn(from.card, from.field);
  if (typeof answer === "string" && place.same === "date") put(place.card, "date", answer);
  else putFact(place.card, place.field.dataset.field ?? "", answer);
  /** @type {HTMLElement | null} */ (place.field.querySelector("input:checked, input, select"))?.focus();
}
