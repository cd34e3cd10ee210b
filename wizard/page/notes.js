// Errors, warnings and echoes next to their fields, and the summary that links to them.

import { byId, focus, renew, say, setText } from "./dom.js";
import { wholeName } from "./naming.js";

/**
 * @typedef {{at: string, code: string, params: Record<string, string>, text?: string}} Problem
 * `text` is what may have been meant; a button puts it into the field
 */

/** @type {Problem[]} */
let errors = [];
/** @type {Problem[]} figures that may have been meant differently, and payments that do not count */
let doubts = [];

/**
 * Show what Python found; skip the field that is being typed into, unless `all`.
 * @param {{errors: Problem[], warnings: Problem[], echoes: {at: string, text: string}[]}} answer
 * @param {boolean} all
 */
export function showNotes(answer, all) {
  errors = answer.errors;
  doubts = answer.warnings.filter(({ text, code }) => text || code === "paid-incomplete");
  const busy = all ? "" : (document.activeElement?.id ?? "");
  each("error", answer.errors, busy);
  each("warning", answer.warnings, busy);
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
 * Ask about doubtful figures again, above the answers as understood and above the results.
 * @param {boolean} wanted whether to show them now
 */
export function showDoubts(wanted) {
  const box = byId("wizard-doubts");
  box.hidden = !wanted || !doubts.length;
  const list = doubts.map((doubt) => {
    const text = say(doubt.code, doubt.params);
    if (!doubt.text) return link(`${doubt.at}.award`, say("errors_at", { name: wholeName(doubt.at), text }));
    const item = document.createElement("li");
    item.append(say("errors_at", { name: questionAt(doubt.at), text }), " ", fix(doubt));
    return item;
  });
  renew(/** @type {Element} */ (box.querySelector("ul")), list);
}

/** @param {Problem} doubt @returns {HTMLElement} the button that corrects it */
function fix({ at, params, text = "" }) {
  const button = document.createElement("button");
  const heard = document.createElement("span");
  button.type = "button";
  button.dataset.meant = text;
  button.dataset.at = at;
  heard.className = "wizard-hidden";
  heard.textContent = say("which", { name: questionAt(at) });
  button.append(say("meant_fix", params), heard);
  return button;
}

/** Put the intended figure into the field of a button. @param {HTMLElement} button */
export function putRight(button) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById(button.dataset.at ?? ""));
  if (!field) return;
  const heading = document.querySelector("#wizard section[data-step]:not([hidden]) h2");
  focus(field.checkVisibility?.() === false || !field.offsetParent ? heading : field);
  field.value = button.dataset.meant ?? "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {string} kind @param {Problem[]} problems @param {string} busy */
function each(kind, problems, busy) {
  const found = new Map(problems.map((problem) => [`${problem.at}.${kind}`, problem]));
  for (const element of document.querySelectorAll(`#wizard-form .wizard-${kind}`)) {
    const problem = found.get(element.id);
    const field = element.id.slice(0, -kind.length - 1);
    if (problem && field === busy && element.hasAttribute("hidden")) continue;
    show(/** @type {HTMLElement} */ (element), problem, kind);
  }
}

/** @param {HTMLElement} element @param {Problem | undefined} problem @param {string} kind */
function show(element, problem, kind) {
  const text = problem ? say(problem.code, problem.params) : "";
  if (problem?.text) renew(element, [said(text), fix(problem)]);
  else setText(element, text);
  element.hidden = !text;
  if (kind !== "error") return;
  const field = document.getElementById(element.id.slice(0, -".error".length));
  if (text) field?.setAttribute("aria-invalid", "true");
  else field?.removeAttribute("aria-invalid");
  element.closest(".wizard-field")?.classList.toggle("wizard-faulty", !!text);
}

/** Clear the messages of a field when the reader types into it, never when leaving it. */
/** @param {EventTarget | null} input */
export function clearNotes(input) {
  if (!(input instanceof HTMLElement)) return;
  for (const kind of ["error", "warning"]) {
    const note = document.getElementById(`${input.id}.${kind}`);
    if (note) show(note, undefined, kind);
  }
}

/** @param {string} text @returns {Element} */
function said(text) {
  const span = document.createElement("span");
  span.textContent = `${text} `;
  return span;
}

/** @type {(at: string) => boolean} which errors the summary lists */
let listed = () => true;

/**
 * Show the summary if something could not be read, and return whether it is shown.
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

/** @param {string} at a field; returns its short question with its card or entry */
export function questionAt(at) {
  const field = document.getElementById(at);
  const label = field?.closest("[data-label]")?.getAttribute("data-label") ?? "";
  const name = wholeName(at.split(".")[0]);
  return label && name ? say("question_of", { label, name }) : label || name;
}

/** @param {string} at the field that the link leads to @param {string} text */
function link(at, text) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.id = `${at}.link`; // identifies the link when the list is renewed
  anchor.href = `#${at}`;
  anchor.dataset.to = at;
  anchor.textContent = text;
  item.append(anchor);
  return item;
}
