// Errors, warnings and echoes next to their fields, and the summary that leads to them.

import { byId, focus, renew, say, setText } from "./dom.js";
import { wholeName } from "./naming.js";

/** @typedef {{at: string, code: string, params: Record<string, string>}} Problem */

/** @type {Problem[]} */
let errors = [];

/**
 * Show what Python found; the field that is being typed into is left in peace unless `all`.
 * @param {{errors: Problem[], warnings: Problem[], echoes: {at: string, text: string}[]}} answer
 * @param {boolean} all
 */
export function showNotes(answer, all) {
  errors = answer.errors;
  const busy = all ? "" : (document.activeElement?.id ?? "");
  each("error", answer.errors, busy, ({ code, params }) => say(code, params));
  each("warning", answer.warnings, busy, ({ code, params }) => say(code, params));
  const echoes = new Map(answer.echoes.map(({ at, text }) => [`${at}.echo`, text]));
  for (const element of document.querySelectorAll("#wizard-form .wizard-echo")) {
    const text = echoes.get(element.id) ?? "";
    /** @type {HTMLElement} */ (element).dataset.text = text;
    setText(element, text && say("echo", { text }));
  }
  if (!byId("wizard-errors").hidden) fillSummary(listed);
}

/** @param {{claims: string[], sum: string | null, ceiling: boolean} | null} outside one message for all dates */
export function showOutside(outside) {
  const box = byId("wizard-outside");
  box.hidden = !outside;
  if (!outside) return;
  const { first = "", last = "" } = byId("wizard").dataset;
  const told = say("outside", { count: outside.claims.length, first, last });
  const worded = outside.ceiling ? say("at_most", { sum: outside.sum ?? "" }) : (outside.sum ?? "");
  const sum = outside.sum ? say("outside_sum", { sum: worded }) : "";
  setText(/** @type {Element} */ (box.querySelector("p")), [told, sum].filter(Boolean).join(say("joint")));
  const list = outside.claims.map((id) => link(`${id}.date`, wholeName(id)));
  renew(/** @type {Element} */ (box.querySelector("ul")), list);
}

/**
 * @param {string} kind @param {Problem[]} problems @param {string} busy
 * @param {(problem: Problem) => string} write
 */
function each(kind, problems, busy, write) {
  const texts = new Map(problems.map((problem) => [`${problem.at}.${kind}`, write(problem)]));
  for (const element of document.querySelectorAll(`#wizard-form .wizard-${kind}`)) {
    const text = texts.get(element.id) ?? "";
    const field = element.id.slice(0, -kind.length - 1);
    if (text && field === busy && element.hasAttribute("hidden")) continue;
    show(/** @type {HTMLElement} */ (element), text, kind);
  }
}

/** @param {HTMLElement} element @param {string} text @param {string} kind */
function show(element, text, kind) {
  setText(element, text);
  element.hidden = !text;
  if (kind !== "error") return;
  const field = document.getElementById(element.id.slice(0, -".error".length));
  if (text) field?.setAttribute("aria-invalid", "true");
  else field?.removeAttribute("aria-invalid");
  element.closest(".wizard-field")?.classList.toggle("wizard-faulty", !!text);
}

/** What stands at a field is cleared as soon as it is typed into, never on leaving it. */
/** @param {EventTarget | null} input */
export function clearNotes(input) {
  if (!(input instanceof HTMLElement)) return;
  for (const kind of ["error", "warning"]) {
    const note = document.getElementById(`${input.id}.${kind}`);
    if (note) show(note, "", kind);
  }
}

/** @type {(at: string) => boolean} which errors the summary lists */
let listed = () => true;

/**
 * Show the summary where something could not be read, and say whether it did.
 * @param {(at: string) => boolean} [which]
 */
export function showSummary(which = () => true) {
  listed = which;
  fillSummary(which);
  const box = byId("wizard-errors");
  if (!box.hidden) focus(box);
  return !box.hidden;
}

export function hideSummary() {
  byId("wizard-errors").hidden = true;
}

/** @param {(at: string) => boolean} which */
function fillSummary(which) {
  const box = byId("wizard-errors");
  const own = errors.filter(({ at }) => which(at));
  box.hidden = own.length === 0;
  setText(byId("wizard-errors-title"), say("errors", { count: own.length }));
  const list = own.map(({ at, code, params }) =>
    link(at, say("errors_at", { name: questionAt(at), text: say(code, params) })),
  );
  renew(/** @type {Element} */ (box.querySelector("ul")), list);
}

/** @param {string} at a field: what it asks in short, and the card or the entry in which it stands */
function questionAt(at) {
  const field = document.getElementById(at);
  const label = field?.closest("[data-label]")?.getAttribute("data-label") ?? "";
  const name = wholeName(at.split(".")[0]);
  return label && name ? say("named", { award: label, subject: name }) : label || name;
}

/** @param {string} at a field, to which the link leads @param {string} text */
function link(at, text) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.id = `${at}.link`; // by which it is known again when the list is renewed
  anchor.href = `#${at}`;
  anchor.dataset.to = at;
  anchor.textContent = text;
  item.append(anchor);
  return item;
}
