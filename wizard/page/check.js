// The answers as understood: a section for each subject, a row for each claim.

import { allCards, allClaims, subjectOf } from "./cards.js";
import { clone } from "./cloning.js";
import { byId, renew, say, setText } from "./dom.js";
import { shown } from "./fields.js";
import { wholeName } from "./naming.js";
import { boxes } from "./state.js";
import { allEntries, drawn, ENTERPRISE, identitiesNow, nameOf, namesNow } from "./subjects.js";

const START = "#start"; // neither can be the id of an entry
const PAID = "#paid";

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
  const start = part(parts, START, say("checked_start"));
  const chosen = (/** @type {string} */ name) => boxes(name).filter(({ checked }) => checked).map(labelOf);
  start.append(listed(say("checked_roles"), chosen("roles").join(say("checked_joint")), "roles"));
  start.append(listed(say("checked_topics"), chosen("topics").join(say("checked_joint")), "topics"));
  for (const entry of allEntries()) {
    const made = entryRow(entry);
    if (made) part(parts, identities.get(entry.id) ?? entry.id, names.get(entry.id) ?? "").append(made);
  }
  for (const card of allClaims()) add(card, identities.get(subjectOf(card)) ?? ENTERPRISE);
  for (const card of allCards(byId("wizard-paid"))) add(card, PAID);
  const list = byId("wizard-checked");
  renew(list, [...parts.values()]);
  if (!allCards().length) list.append(Object.assign(document.createElement("p"), { textContent: say("checked_none") }));
}

/** @param {HTMLInputElement} box */
const labelOf = (box) => (box.parentElement?.querySelector("span")?.firstChild?.textContent ?? "").trim();

/** What was ticked on another page. @param {string} name @param {string} text @param {string} of */
function listed(name, text, of) {
  const made = emptyRow(of, name);
  const given = text || say("checked_none_chosen");
  const own = of === "roles" ? /** @type {HTMLInputElement} */ (byId("enterprise.name")) : null;
  const list = /** @type {Element} */ (made.querySelector("dl"));
  list.append(pair(name, given, !text));
  const applicant = drawn(own?.value ?? "");
  if (applicant) list.append(pair(own?.labels?.[0]?.textContent ?? "", applicant));
  changes(made, "data-to", boxes(of)[0].id);
  return made;
}

/** What an entry says about itself: that it is the same as another, planned dates. */
/** @param {HTMLElement} entry @returns {HTMLElement | null} nothing if it says nothing */
function entryRow(entry) {
  const made = emptyRow(entry.id, nameOf(entry.id));
  const list = /** @type {Element} */ (made.querySelector("dl"));
  const same = /** @type {HTMLSelectElement | null} */ (entry.querySelector('[data-part="same"]'));
  if (same?.value) list.append(pair(same.labels?.[0]?.textContent ?? "", same.selectedOptions[0]?.textContent ?? ""));
  for (const field of entry.querySelectorAll(".wizard-planned [data-label]")) {
    const text = shown(field);
    if (text) list.append(pair(field.getAttribute("data-label") ?? "", echoed(field, text)));
  }
  changes(made, "data-change", entry.id);
  return list.children.length ? made : null;
}

/** @param {string} id @param {string} name what its button changes */
function emptyRow(id, name) {
  const made = /** @type {HTMLElement} */ (clone("check-row"));
  made.id = `${id}.checked`; // identifies the row when the list is renewed
  const [seen, heard] = [...made.querySelectorAll("button > span")];
  setText(seen, say("change"));
  setText(heard, name);
  return made;
}

/** @param {HTMLElement} made @param {string} way the attribute that the page acts on @param {string} to */
const changes = (made, way, to) => made.querySelector("button")?.setAttribute(way, to);

/** @param {string} name @param {string} text @param {boolean} [open] */
function pair(name, text, open = false) {
  const made = /** @type {HTMLElement} */ (clone("check-fact"));
  setText(/** @type {Element} */ (made.querySelector("dt")), name);
  setText(/** @type {Element} */ (made.querySelector("dd")), text);
  made.classList.toggle("wizard-checked-open", open);
  return made;
}

/** @param {Element} field @param {string} text as typed; returns it as it was understood */
const echoed = (field, text) => field.querySelector(".wizard-echo")?.getAttribute("data-text") || text;

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
  const made = emptyRow(card.id, wholeName(card.id));
  const heading = document.createElement("h4");
  heading.textContent = card.querySelector("legend")?.textContent ?? "";
  made.prepend(heading);
  const list = /** @type {Element} */ (made.querySelector("dl"));
  for (const field of card.querySelectorAll("[data-label]"))
    if (!(/** @type {HTMLElement} */ (field).hidden)) list.append(fact(card, /** @type {any} */ (field), unread, deciding));
  changes(made, "data-change", card.id);
  return made;
}

/** @param {HTMLElement} card @param {HTMLElement} field @param {Set<string>} unread @param {Set<string>} deciding */
function fact(card, field, unread, deciding) {
  const at = `${card.id}.${field.dataset.field}`;
  const text = shown(field);
  const bad = unread.has(at);
  const open = say(deciding.has(at) ? "checked_deciding" : "checked_unknown");
  const answer = !text ? open : bad ? say("checked_unread", { text }) : echoed(field, text);
  return pair(field.dataset.label ?? "", answer, !text || bad);
}
