// The subjects of claims: the enterprise itself, and an entry for each project, platform, product.

import { clone, freeId } from "./cloning.js";
import { byId, fill, say, setText, TURNING } from "./dom.js";
import { get, put, shown } from "./fields.js";

/** @typedef {{id: string, kind: string, name: string, same: string, planned: Record<string, string>}} Subject */

export const ENTERPRISE = "enterprise";

/** @returns {HTMLElement[]} */
export function allEntries() {
  return [...byId("wizard-entries").children].map((entry) => /** @type {HTMLElement} */ (entry));
}

/** @param {string} id @returns {HTMLElement | null} */
export function entryById(id) {
  const entry = document.getElementById(id);
  return entry?.parentElement === byId("wizard-entries") ? entry : null;
}

/** @returns {HTMLInputElement} */
const enterpriseName = () => /** @type {HTMLInputElement} */ (document.getElementById("enterprise.name"));

/** @param {HTMLElement} entry @returns {HTMLSelectElement} */
const same = (entry) => /** @type {any} */ (entry.querySelector('[data-part="same"]'));

/**
 * The present names of all subjects by id, as typed; a subject without a name is shown by its kind
 * and its number within the kind.
 * @returns {Map<string, string>}
 */
export function namesNow() {
  const word = enterpriseName().closest("[data-default]")?.getAttribute("data-default") ?? "";
  const names = new Map([[ENTERPRISE, drawn(enterpriseName().value) || word]]);
  const counts = new Map();
  for (const entry of allEntries()) {
    const kind = entry.dataset.default ?? "";
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    names.set(entry.id, drawn(get(entry, "name")) || `${kind} ${counts.get(kind)}`);
  }
  return names;
}

/** @param {string} id */
export const nameOf = (id) => namesNow().get(id) ?? id;

/**
 * A name for display that cannot reverse the direction of the text after it.
 * @param {string} text
 */
export function drawn(text) {
  const plain = text.replace(TURNING, "").replace(/[\u2068\u2069]/g, "").trim();
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/**
 * The entry under which each entry is compared: the one that it is the same as, or in a cycle the
 * first id, as in Python (`answers/subjects.py`).
 * @returns {Map<string, string>}
 */
export function identitiesNow() {
  const next = new Map(allEntries().map((entry) => [entry.id, same(entry).value]));
  const found = new Map([[ENTERPRISE, ENTERPRISE]]);
  for (const id of next.keys()) {
    /** @type {string[]} */
    const path = [];
    const seen = new Set();
    let at = id;
    while (!found.has(at) && !seen.has(at) && next.has(next.get(at) ?? "")) {
      path.push(at);
      seen.add(at);
      at = next.get(at) ?? "";
    }
    const owner = seen.has(at) ? path.slice(path.indexOf(at)).sort()[0] : (found.get(at) ?? at);
    for (const one of [...path, at]) found.set(one, owner);
  }
  return found;
}

/**
 * Add an entry; null if the form has no entries of its kind.
 * @param {string} kind @param {Partial<Subject>} [subject]
 */
export function addEntry(kind, subject) {
  const id = subject?.id ?? freeId("s");
  const entry = clone(`entry-${kind}`, id);
  if (!entry) return null;
  byId("wizard-entries").append(entry);
  put(entry, "name", subject?.name ?? "");
  if (subject?.same) choose(same(entry), subject.same);
  for (const input of dates(entry)) input.value = subject?.planned?.[input.dataset.date ?? ""] ?? "";
  return entry;
}

/** @param {HTMLElement} entry @returns {HTMLInputElement[]} */
function dates(entry) {
  return [...entry.querySelectorAll(".wizard-planned [data-date]")].map((e) => /** @type {any} */ (e));
}

/** @returns {Subject[]} the enterprise first */
export function collectSubjects() {
  const name = enterpriseName().value.trim();
  const own = { id: ENTERPRISE, kind: ENTERPRISE, name, same: "", planned: {} };
  const others = allEntries().map((entry) => ({
    id: entry.id,
    kind: entry.dataset.kind ?? "",
    name: get(entry, "name").trim(),
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
  enterpriseName().value = subjects.find(({ id }) => id === ENTERPRISE)?.name ?? "";
  for (const subject of subjects) if (subject.id !== ENTERPRISE) addEntry(subject.kind, subject);
}

/** @param {HTMLSelectElement} select @param {string} id */
function choose(select, id) {
  if (![...select.options].some((option) => option.value === id)) select.add(new Option(id, id));
  select.value = id;
}

/** Update titles and all choices between entries. */
export function refreshSubjects() {
  const entries = allEntries();
  for (const entry of entries) if (!entryById(same(entry).value)) same(entry).value = "";
  const names = namesNow();
  const identities = identitiesNow();
  const all = [...names];
  const others = all.slice(1).map(([id, name]) => /** @type {[string, string]} */ ([id, say("entry_same_as", { name })]));
  for (const entry of entries) {
    setText(/** @type {Element} */ (entry.querySelector("h3")), names.get(entry.id) ?? "");
    const free = others.filter(([id]) => id !== entry.id && identities.get(id) !== entry.id);
    offer(same(entry), free, 1);
    /** @type {HTMLElement} */ (entry.querySelector(".wizard-same")).hidden = !free.length;
    setText(/** @type {Element} */ (entry.querySelector(".wizard-brief")), brief(entry));
    const planned = /** @type {HTMLElement} */ (entry.querySelector(".wizard-planned"));
    const typed = dates(entry).some(({ value }) => value.trim());
    planned.hidden = !typed && !entry.querySelector("[data-award][data-planned]");
  }
  const unchosen = /** @type {[string, string]} */ (["", say("paid_about_choose")]);
  for (const card of document.querySelectorAll(".wizard-card")) {
    const about = /** @type {HTMLSelectElement | null} */ (card.querySelector('[data-part="about"]'));
    if (about) offer(about, card.hasAttribute("data-paid") ? [unchosen, ...all] : all, 0);
  }
}

/** What a folded entry says: its awards with their answers. @param {HTMLElement} entry */
function brief(entry) {
  const cards = [...entry.querySelectorAll("fieldset.wizard-card")].map((card) => {
    const answers = [...card.querySelectorAll("[data-label]")].map(shown).filter(Boolean);
    const award = card.getAttribute("data-name") ?? "";
    return answers.length ? say("brief", { award, answers: answers.join(say("brief_joint")) }) : award;
  });
  return cards.join(say("brief_joint"));
}

/** Where another entry is begun, those with an answer to everything that they ask are folded. */
export function foldAnswered() {
  for (const entry of allEntries()) {
    const asked = [...entry.querySelectorAll("fieldset.wizard-card [data-label]:not([hidden], [hidden] *)")];
    const fold = entry.querySelector("details");
    if (fold && asked.length && asked.every(shown) && !entry.querySelector(".wizard-error:not([hidden])")) fold.open = false;
  }
}

/**
 * Update the options of a select; a choice that still exists stays.
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

/** Before an entry is removed, link entries that are the same as it to one of the others. @param {HTMLElement} entry */
export function release(entry) {
  const [heir, ...others] = allEntries().filter((other) => same(other).value === entry.id);
  if (!heir) return;
  same(heir).value = "";
  if (!get(heir, "name").trim()) put(heir, "name", get(entry, "name"));
  for (const other of others) choose(same(other), heir.id);
}
