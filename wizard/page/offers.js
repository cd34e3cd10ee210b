// Awards to tick: a tick adds a card, and a card adds a tick.

import { carryOver } from "./carrying.js";
import { addClaim, allCards } from "./cards.js";
import { ticked } from "./state.js";
import { ENTERPRISE } from "./subjects.js";

/** @param {Element} box @returns {Element | null} the entry or the list of the enterprise */
const placeOf = (box) => box.closest(".wizard-entry, section[data-place]");

/** @param {HTMLInputElement} box the tick box; returns its card */
export function offered(box) {
  const subject = box.closest(".wizard-entry")?.id ?? ENTERPRISE;
  return carryOver(addClaim(box.dataset.offer ?? "", subject), ticked("roles"));
}

/** @param {HTMLInputElement} box the tick box; returns its cards */
export function cardsOf(box) {
  const place = placeOf(box);
  return place ? allCards(place).filter((card) => card.dataset.award === box.dataset.offer) : [];
}

/** Tick exactly what has a card. */
export function refreshOffers() {
  /** @type {Map<Element | null, Set<string | undefined>>} */
  const made = new Map();
  for (const box of document.querySelectorAll("[data-offer]")) {
    const input = /** @type {HTMLInputElement} */ (box);
    const place = placeOf(input);
    const awards = made.get(place) ?? new Set(allCards(place ?? input).map(({ dataset }) => dataset.award));
    made.set(place, awards);
    input.checked = awards.has(input.dataset.offer);
  }
}
