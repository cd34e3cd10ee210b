// Opens what is sure: a list that asks about one award, an entry of the only kind that may fit.

import { byId } from "./dom.js";
import { offered } from "./offers.js";
import { addEntry, allEntries } from "./subjects.js";

/** @type {Set<string | undefined>} awards whose tick the applicant took away */
const declined = new Set();

/** @param {HTMLInputElement} box that is no longer ticked */
export const decline = (box) => declined.add(box.dataset.offer);

/**
 * If a list asks about one award only, open its card.
 * @param {Element | null} where @returns {HTMLElement | null} the new card
 */
export function openOnly(where) {
  const rows = [...(where?.querySelectorAll(".wizard-offers .wizard-row:not([hidden])") ?? [])];
  const box = /** @type {HTMLInputElement | null} */ (rows.length === 1 ? rows[0].querySelector("[data-offer]") : null);
  return !box || box.checked || declined.has(box.dataset.offer) ? null : offered(box);
}

/**
 * Open what is sure on a page that is reached for the first time.
 * @param {string} step @param {() => void} refresh @returns {HTMLElement | null} what was opened
 */
export function openSure(step, refresh) {
  if (step === "figures") return openOnly(document.querySelector('[data-place="figures"]'));
  const kinds = step === "lists" && !allEntries().length ? byId("wizard-add").querySelectorAll("button:not([hidden])") : [];
  const entry = kinds.length === 1 ? addEntry(/** @type {HTMLElement} */ (kinds[0]).dataset.addKind ?? "") : null;
  if (!entry) return null;
  refresh();
  openOnly(entry);
  return entry;
}
