// Reading and writing the fields of a card; the units in which figures were typed stay with them.

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
export function inputs(card, fact) {
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
 * Put an answer into its field; one of another kind than the field holds is left out.
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
 * A browser joins the lines and cells that are pasted into one field: 12 and 34 become 1234. The sign
 * put between them keeps them apart, so that the reader is asked which one is meant.
 * @param {ClipboardEvent} event
 */
export function pasteApart(event) {
  const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
  const apart = pasted.replace(/\s*[\t\n\v\f\r\u2028\u2029]\s*/g, " | ");
  const field = /** @type {HTMLElement | null} */ (event.target);
  if (apart === pasted || !field?.matches("[data-part=figure], [data-part=date]")) return;
  event.preventDefault();
  document.execCommand("insertText", false, apart); // unlike a new value it can be undone
}

/** @param {Answer} answer */
export const isEmpty = (answer) => !(typeof answer === "object" ? answer.text : answer).trim();

/**
 * What stands in a field, as people read it; empty where nothing does.
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
 * A figure keeps the unit in which it was typed, also on the page of the other language.
 * @param {HTMLInputElement} element @param {string | undefined} unit
 */
function setUnit(element, unit) {
  if (!unit || unit === element.dataset.unit) return;
  element.dataset.unit = unit;
  const label = document.getElementById(`${element.id}.unit`) ?? element.parentElement?.querySelector(".wizard-unit");
  if (label) setText(label, say(`unit_${unit}`));
}
