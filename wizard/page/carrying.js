// Answers that follow from earlier ones: the role says “software enterprise”, the name of an award
// says “national”. They are filled in where a question is new, and can be changed.

import { putFact } from "./fields.js";

/** @param {HTMLElement | null} card a new card @param {string[]} roles that were ticked */
export function carryOver(card, roles) {
  if (!card) return card;
  for (const field of card.querySelectorAll("[data-implied]"))
    putFact(card, field.getAttribute("data-field") ?? "", field.getAttribute("data-implied") ?? "");
  const fits = (card.dataset.roles ?? "").split(" ").some((role) => roles.includes(role));
  if (fits) for (const fact of (card.dataset.answers ?? "").split(" ")) putFact(card, fact, "yes");
  return card;
}
