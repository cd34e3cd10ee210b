// The answers as they were understood: a part for each subject, a row for each claim.

import { allCards, allClaims, subjectOf } from "./cards.js";
import { clone } from "./cloning.js";
import { byId, renew, say, setText } from "./dom.js";
import { shown } from "./fields.js";
import { identity, nameOf } from "./subjects.js";

/** @typedef {{missing: string[], errors: {at: string}[]}} Found */

/** @param {Found | null} figures what Python last said of these answers */
export function writeCheck(figures) {
  const parts = new Map();
  for (const card of allClaims()) part(parts, identity(subjectOf(card))).append(row(card, figures));
  for (const card of allCards(byId("wizard-paid"))) part(parts, "paid").append(row(card, figures));
  const list = byId("wizard-checked");
  renew(list, [...parts.values()]);
  if (!parts.size) list.textContent = say("checked_none");
  const open = document.querySelectorAll(".wizard-offers .wizard-row:not([hidden]) input:not(:checked)");
  const awards = new Set([...open].map((box) => box.getAttribute("data-offer")));
  for (const card of allClaims()) awards.delete(card.dataset.award ?? "");
  const line = byId("wizard-unchosen");
  setText(line, say("unchosen", { count: awards.size }));
  line.hidden = !awards.size;
}

/** @param {Map<string, HTMLElement>} parts @param {string} id */
function part(parts, id) {
  let found = parts.get(id);
  if (!found) {
    found = /** @type {HTMLElement} */ (clone("check-entry"));
    setText(/** @type {Element} */ (found.querySelector("h3")), id === "paid" ? say("paid") : nameOf(id));
    parts.set(id, found);
  }
  return found;
}

/** @param {HTMLElement} card @param {Found | null} figures */
function row(card, figures) {
  const made = /** @type {HTMLElement} */ (clone("check-row"));
  const name = card.dataset.name ?? "";
  made.id = `${card.id}.checked`; // by which it is known again when the list is renewed
  setText(/** @type {Element} */ (made.querySelector("h4")), name);
  const list = /** @type {Element} */ (made.querySelector("dl"));
  for (const field of card.querySelectorAll("[data-label]"))
    if (!(/** @type {HTMLElement} */ (field).hidden)) list.append(fact(card, /** @type {any} */ (field), figures));
  const button = /** @type {HTMLElement} */ (made.querySelector("button"));
  button.dataset.change = card.id;
  const [seen, heard] = [...button.querySelectorAll("span")];
  setText(seen, say("change"));
  setText(heard, name);
  return made;
}

/** @param {HTMLElement} card @param {HTMLElement} field @param {Found | null} figures */
function fact(card, field, figures) {
  const made = /** @type {HTMLElement} */ (clone("check-fact"));
  const at = `${card.id}.${field.dataset.field}`;
  setText(/** @type {Element} */ (made.querySelector("dt")), field.dataset.label ?? "");
  const echo = field.querySelector(".wizard-echo")?.getAttribute("data-text");
  const text = shown(field);
  const unread = figures?.errors.some((error) => error.at === at);
  const open = say(figures?.missing.includes(at) ? "checked_deciding" : "checked_unknown");
  const answer = !text ? open : unread ? say("checked_unread", { text }) : echo || text;
  setText(/** @type {Element} */ (made.querySelector("dd")), answer);
  made.classList.toggle("wizard-checked-open", !text || !!unread);
  return made;
}
