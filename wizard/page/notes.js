// Errors, warnings and echoes next to their fields, and the summary that leads to them.

import { byId, focus, say, setText } from "./dom.js";

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
  const echoes = new Map(answer.echoes.map(({ at, text }) => [`${at}.echo`, say("echo", { text })]));
  for (const element of document.querySelectorAll(".wizard-card .wizard-echo"))
    setText(element, echoes.get(element.id) ?? "");
  if (!byId("wizard-errors").hidden) fillSummary();
}

/**
 * @param {string} kind @param {Problem[]} problems @param {string} busy
 * @param {(problem: Problem) => string} write
 */
function each(kind, problems, busy, write) {
  const texts = new Map(problems.map((problem) => [`${problem.at}.${kind}`, write(problem)]));
  for (const element of document.querySelectorAll(`.wizard-card .wizard-${kind}`)) {
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

/** Show the summary where something could not be read, and say whether it did. */
export function showSummary() {
  byId("wizard-errors").hidden = errors.length === 0;
  if (!errors.length) return false;
  fillSummary();
  focus(byId("wizard-errors"));
  return true;
}

function fillSummary() {
  const box = byId("wizard-errors");
  box.hidden = errors.length === 0;
  setText(byId("wizard-errors-title"), say("errors", { count: errors.length }));
  const list = errors.map(({ at, code, params }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${at}`;
    const card = document.getElementById(at.split(".")[0]);
    link.textContent = `${card?.dataset.name ?? ""}: ${say(code, params)}`;
    link.onclick = (event) => {
      event.preventDefault();
      focus(document.getElementById(at));
    };
    item.append(link);
    return item;
  });
  box.querySelector("ul")?.replaceChildren(...list);
}
