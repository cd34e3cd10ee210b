// What claims are about: the enterprise itself, and an entry for each project, platform, product.

import { clone, freeId } from "./cloning.js";
import { byId, fill, say, setText } from "./dom.js";
import { get, put } from "./fields.js";

/** @typedef {{id: string, kind: string, name: string, same: string, planned: Record<string, string>}} Subject */

export const ENTERPRISE = "enterprise";

/** @returns {HTMLElement[]} */
export function allEntries() {
  return [...byId("wizard-entries").children].map((entry) => /** @type {HTMLElement} */ (entry));
}

/** @param {string} id @returns {HTMLElement | null} */
export const entryById = (id) => allEntries().find((entry) => entry.id === id) ?? null;

/** @returns {HTMLInputElement} */
const enterpriseName = () => /** @type {HTMLInputElement} */ (document.getElementById("enterprise.name"));

/** @param {HTMLElement} entry @returns {HTMLSelectElement} */
const same = (entry) => /** @type {any} */ (entry.querySelector('[data-part="same"]'));

/** @param {string} id the name of an entry, or of the enterprise */
export function nameOf(id) {
  if (id === ENTERPRISE) {
    const word = enterpriseName().closest("[data-default]")?.getAttribute("data-default") ?? "";
    return enterpriseName().value.trim() || word;
  }
  const entry = entryById(id);
  return entry ? get(entry, "name").trim() || (entry.dataset.fallback ?? "") : id;
}

/** The entry under which things are compared: where it is the same as another, that one. */
/** @param {string} id */
export function identity(id) {
  const seen = [id];
  for (let entry = entryById(id); entry && same(entry).value; entry = entryById(same(entry).value)) {
    const next = same(entry).value;
    if (seen.includes(next)) break;
    seen.push(next);
  }
  return seen[seen.length - 1];
}

/**
 * Add an entry; null where the form has none of its kind.
 * @param {string} kind @param {Partial<Subject>} [subject]
 */
export function addEntry(kind, subject) {
  const id = subject?.id ?? freeId("s", (other) => document.getElementById(other) !== null);
  const entry = clone(`entry-${kind}`, id);
  if (!entry) return null;
  entry.dataset.fallback = freeName(entry.dataset.default ?? "");
  byId("wizard-entries").append(entry);
  put(entry, "name", subject?.name ?? "");
  if (subject?.same) choose(same(entry), subject.same);
  for (const input of dates(entry)) input.value = subject?.planned?.[input.dataset.date ?? ""] ?? "";
  return entry;
}

/** @param {string} word */
function freeName(word) {
  const taken = new Set(allEntries().map((entry) => nameOf(entry.id)));
  let number = 1;
  while (taken.has(`${word} ${number}`)) number++;
  return `${word} ${number}`;
}

/** @param {HTMLElement} entry @returns {HTMLInputElement[]} */
function dates(entry) {
  return [...entry.querySelectorAll(".wizard-planned [data-date]")].map((e) => /** @type {any} */ (e));
}

/** @returns {Subject[]} the enterprise first */
export function collectSubjects() {
  const own = { id: ENTERPRISE, kind: ENTERPRISE, name: nameOf(ENTERPRISE), same: "", planned: {} };
  const others = allEntries().map((entry) => ({
    id: entry.id,
    kind: entry.dataset.kind ?? "",
    name: nameOf(entry.id),
    same: same(entry).value,
    planned: Object.fromEntries(
      dates(entry).filter(({ value }) => value.trim()).map(({ dataset, value }) => [dataset.date, value]),
    ),
  }));
  return [own, ...others];
}

/** @param {Subject[]} subjects */
export function restoreSubjects(subjects) {
  fill(byId("wizard-entries"));
  const own = subjects.find(({ id }) => id === ENTERPRISE);
  enterpriseName().value = "";
  if (own && own.name !== nameOf(ENTERPRISE)) enterpriseName().value = own.name;
  for (const subject of subjects) if (subject.id !== ENTERPRISE) addEntry(subject.kind, subject);
}

/** @param {HTMLSelectElement} select @param {string} id */
function choose(select, id) {
  if (![...select.options].some((option) => option.value === id)) select.add(new Option(id, id));
  select.value = id;
}

/** Bring titles and all choices among the entries up to date. */
export function refreshSubjects() {
  const entries = allEntries();
  const ids = entries.map(({ id }) => id);
  for (const entry of entries) {
    setText(/** @type {Element} */ (entry.querySelector("h3")), nameOf(entry.id));
    const others = ids.filter((id) => id !== entry.id && identity(id) !== entry.id);
    if (!ids.includes(same(entry).value)) same(entry).value = "";
    offer(same(entry), others.map((id) => [id, say("entry_same_as", { name: nameOf(id) })]), 1);
    /** @type {HTMLElement} */ (entry.querySelector(".wizard-same")).hidden = !others.length;
    const planned = /** @type {HTMLElement} */ (entry.querySelector(".wizard-planned"));
    const typed = dates(entry).some(({ value }) => value.trim());
    planned.hidden = !typed && !entry.querySelector("[data-award][data-planned]");
  }
  for (const card of document.querySelectorAll(".wizard-card")) {
    const about = /** @type {HTMLSelectElement | null} */ (card.querySelector('[data-part="about"]'));
    const all = [ENTERPRISE, ...ids].map((id) => /** @type {[string, string]} */ ([id, nameOf(id)]));
    const first = card.hasAttribute("data-paid") ? [["", say("paid_about_choose")]] : [];
    if (about) offer(about, [.../** @type {[string, string][]} */ (first), ...all], 0);
  }
}

/**
 * Put options into a select where they changed; what was chosen stays where it still can.
 * @param {HTMLSelectElement} select @param {[string, string][]} options @param {number} kept
 */
function offer(select, options, kept) {
  const now = [...select.options].slice(kept).map(({ value, text }) => `${value} ${text}`);
  if (now.join("\n") === options.map(([id, text]) => `${id} ${text}`).join("\n")) return;
  const chosen = select.value;
  const first = [...select.options].slice(0, kept);
  fill(select, ...first, ...options.map(([id, text]) => new Option(text, id)));
  select.value = [...select.options].some(({ value }) => value === chosen) ? chosen : (select.options[0]?.value ?? "");
}

/** Before an entry goes, whatever is the same as it becomes the same as one of the others. */
/** @param {HTMLElement} entry */
export function release(entry) {
  const [heir, ...others] = allEntries().filter((other) => same(other).value === entry.id);
  if (!heir) return;
  same(heir).value = "";
  if (!get(heir, "name").trim()) put(heir, "name", nameOf(entry.id));
  for (const other of others) choose(same(other), heir.id);
}
