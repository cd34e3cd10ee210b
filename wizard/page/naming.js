// Distinct names: for two cards of one award, and for the buttons of every card.

import { allCards, subjectOf } from "./cards.js";
import { say, setText } from "./dom.js";
import { allEntries, ENTERPRISE, namesNow } from "./subjects.js";

/** @type {Map<string, string>} the full name of a card or an entry, by its id */
let names = new Map();

/** @param {string} id of a card or an entry */
export const wholeName = (id) => names.get(id) ?? "";

/** Number equal names, and name what every button belongs to. */
export function refreshNames() {
  names = new Map();
  const called = namesNow();
  number(allEntries(), (entry) => called.get(entry.id) ?? "");
  number(allCards(), (card) => {
    const award = card.dataset.name ?? "";
    const subject = card.dataset.award ? subjectOf(card) : ENTERPRISE;
    return subject === ENTERPRISE ? award : say("named", { award, subject: called.get(subject) ?? "" });
  });
}

/** @param {HTMLElement[]} all @param {(one: HTMLElement) => string} call */
function number(all, call) {
  /** @type {Map<string, HTMLElement[]>} */
  const alike = new Map();
  for (const one of all) alike.set(call(one), [...(alike.get(call(one)) ?? []), one]);
  for (const [name, group] of alike)
    group.forEach((one, place) => {
      const which = group.length > 1 ? say("numbered", { number: place + 1 }) : "";
      names.set(one.id, name + which);
      for (const element of own(one, "[data-number]")) setText(element, which);
      for (const element of own(one, "[data-which]")) setText(element, whose(element, name + which));
    });
}

/** @param {Element} element @param {string} name of its card or entry */
function whose(element, name) {
  const label = element.closest("[data-label]")?.getAttribute("data-label");
  return label ? say("which_of", { label, name }) : say("which", { name });
}

/** The elements of a card or an entry itself, without those of the cards inside it. */
/** @param {HTMLElement} one @param {string} selector */
function own(one, selector) {
  const owner = one.matches(".wizard-card") ? ".wizard-card" : ".wizard-entry";
  return [...one.querySelectorAll(selector)].filter((e) => e.closest(".wizard-card, .wizard-entry")?.matches(owner));
}
