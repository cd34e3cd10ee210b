// Reads and writes the fields of a card; figures keep the units in which they were typed.

import { say, setText } from "./dom.js";

/** @typedef {string | {text: string, unit: string}} Answer */

/** @param {Element} card @param {string} part @returns {any} */
function input(card, part) {
  return card.querySelector(`[data-part="${part}"]`);
}

/** @param {Element} card @param {string} part @returns {string} */
export function get(card, part) {
  return input(card, part)?.value ?? "";
}

/** @param {Element} card @param {string} part @param {string} value */
export function put(card, part, value) {
  const element = input(card, part);
  if (element) element.value = value;
}

/** @param {Element} card @param {string} fact @returns {any[]} */
function inputs(card, fact) {
  return [...card.querySelectorAll("[data-fact]")].filter((e) => e.getAttribute("data-fact") === fact);
}

/** @param {Element} card @returns {Map<string, Answer>} */
export function facts(card) {
  const names = new Set([...card.querySelectorAll("[data-fact]")].map((e) => e.getAttribute("data-fact") ?? ""));
  return new Map([...names].map((name) => [name, factOf(card, name)]));
}

/** @param {Element} card @param {string} fact @returns {Answer} */
export function factOf(card, fact) {
  const [first, ...others] = inputs(card, fact);
  if (!first) return "";
  if (first.type === "radio") return [first, ...others].find((radio) => radio.checked)?.value ?? "";
  if (first.dataset.part === "figure") return { text: first.value, unit: first.dataset.unit };
  return first.value;
}

/**
 * Put an answer into its field; ignore an answer of the wrong type.
 * @param {Element} card @param {string} fact @param {Answer} answer
 */
export function putFact(card, fact, answer) {
  const [first, ...others] = inputs(card, fact);
  if (!first || (typeof answer === "object") !== (first.dataset.part === "figure")) return;
  if (typeof answer === "object") {
    first.value = answer.text;
    setUnit(first, answer.text.trim() ? answer.unit : first.dataset.unit);
  } else if (first.type === "radio") {
    for (const radio of [first, ...others]) radio.checked = radio.value === answer;
  } else first.value = answer;
}

/**
 * A browser joins lines and cells pasted into one field: 12 and 34 become 1234. Put a sign between
 * them, so that the form asks which one is meant.
 * @param {ClipboardEvent} event
 */
export function pasteApart(event) {
  const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
  const apart = pasted.replace(/\s*[\t\n\v\f\r\u2028\u2029]\s*/g, " | ");
  const field = /** @type {HTMLElement | null} */ (event.target);
  if (apart === pasted || !field?.matches("[data-part=figure], [data-part=date]")) return;
  event.preventDefault();
  document.execCommand("insertText", false, apart); // unlike setting the value, this can be undone
}

/** @param {Answer} answer */
export const isEmpty = (answer) => !(typeof answer === "object" ? answer.text : answer).trim();

/**
 * Return the content of a field in words; empty if there is none.
 * @param {Element} field the element that holds the field
 */
export function shown(field) {
  const checked = /** @type {HTMLInputElement | null} */ (field.querySelector("input:checked"));
  if (checked) return checked.value && (checked.parentElement?.textContent ?? "").trim();
  const select = field.querySelector("select");
  if (select) return select.value && (select.selectedOptions[0]?.textContent ?? "").trim();
  const text = /** @type {HTMLInputElement | null} */ (field.querySelector("input"));
  return text?.value.trim() ?? "";
}

/**
 * Set the unit in which a figure was typed, which it keeps on the page of the other language too.
 * @param {HTMLInputElement} element @param {string | undefined} unit
 */
function setUnit(element, unit) {
  if (!unit || unit === element.dataset.unit) return;
  element.dataset.unit = unit;
  const label = document.getElementById(`${element.id}.unit`) ?? element.parentElement?.querySelector(".wizard-unit");
  if (label) setText(label, say(`unit_${unit}`));
}
