// The answers as understood: a section for each subject, a row for each claim.

import { allCards, allClaims, subjectOf } from "./cards.js";
import { clone } from "./cloning.js";
import { byId, renew, say, setText } from "./dom.js";
import { shown } from "./fields.js";
import { wholeName } from "./naming.js";
import { ENTERPRISE, identitiesNow, namesNow } from "./subjects.js";

const PAID = "#paid"; // cannot be the id of an entry

/** @typedef {{missing: string[], errors: {at: string}[]}} Found */

/** @param {Found | null} figures Python's last answer about these answers */
export function writeCheck(figures) {
  const identities = identitiesNow();
  const names = namesNow().set(PAID, say("paid"));
  const unread = new Set(figures?.errors.map(({ at }) => at));
  const deciding = new Set(figures?.missing);
  /** @type {Map<string, HTMLElement>} */
  const parts = new Map();
  const add = (/** @type {HTMLElement} */ card, /** @type {string} */ id) =>
    part(parts, id, names.get(id) ?? "").append(row(card, unread, deciding));
  for (const card of allClaims()) add(card, identities.get(subjectOf(card)) ?? ENTERPRISE);
  for (const card of allCards(byId("wizard-paid"))) add(card, PAID);
  const list = byId("wizard-checked");
  renew(list, [...parts.values()]);
  if (!parts.size) list.textContent = say("checked_none");
}

/** @param {Map<string, HTMLElement>} parts @param {string} id @param {string} name */
function part(parts, id, name) {
  let found = parts.get(id);
  if (!found) {
    found = /** @type {HTMLElement} */ (clone("check-entry"));
    setText(/** @type {Element} */ (found.querySelector("h3")), name);
    parts.set(id, found);
  }
  return found;
}

/** @param {HTMLElement} card @param {Set<string>} unread @param {Set<string>} deciding fields */
function row(card, unread, deciding) {
  const made = /** @type {HTMLElement} */ (clone("check-row"));
  const name = card.querySelector("legend")?.textContent ?? "";
  made.id = `${card.id}.checked`; // identifies the row when the list is renewed
  setText(/** @type {Element} */ (made.querySelector("h4")), name);
  const list = /** @type {Element} */ (made.querySelector("dl"));
  for (const field of card.querySelectorAll("[data-label]"))
    if (!(/** @type {HTMLElement} */ (field).hidden)) list.append(fact(card, /** @type {any} */ (field), unread, deciding));
  const button = /** @type {HTMLElement} */ (made.querySelector("button"));
  button.dataset.change = card.id;
  const [seen, heard] = [...button.querySelectorAll("span")];
  setText(seen, say("change"));
  setText(heard, wholeName(card.id));
  return made;
}

/** @param {HTMLElement} card @param {HTMLElement} field @param {Set<string>} unread @param {Set<string>} deciding */
function fact(card, field, unread, deciding) {
  const made = /** @type {HTMLElement} */ (clone("check-fact"));
  const at = `${card.id}.${field.dataset.field}`;
  setText(/** @type {Element} */ (made.querySelector("dt")), field.dataset.label ?? "");
  const echo = field.querySelector(".wizard-echo")?.getAttribute("data-text");
  const text = shown(field);
  const bad = unread.has(at);
  const open = say(deciding.has(at) ? "checked_deciding" : "checked_unknown");
  const answer = !text ? open : bad ? say("checked_unread", { text }) : echo || text;
  setText(/** @type {Element} */ (made.querySelector("dd")), answer);
  made.classList.toggle("wizard-checked-open", !text || bad);
  return made;
}
