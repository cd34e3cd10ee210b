// The cards of the form: cloned from templates that were rendered at build, one a claim.

import { byId, say, setText } from "./dom.js";
import { refreshSubjects, release, setSubject, subjectOf } from "./subjects.js";

/** @typedef {{name: string} | {same: string}} Subject */
/** @typedef {string | {text: string, unit: string}} Answer */
/** @typedef {{id: string, award: string, subject: Subject, date: string, facts: Record<string, Answer>}} Claim */
/** @typedef {{id: string, award: string, subject: Subject, date: string, amount: Answer}} Paid */
/** @typedef {{form: 1, claims: Claim[], paid: Paid[]}} State */

const PLACES = ["id", "for", "name", "aria-describedby"];

/** @param {ParentNode} [where] @returns {HTMLElement[]} */
export function allCards(where = document) {
  return [...where.querySelectorAll("fieldset.wizard-card")].map((card) => /** @type {HTMLElement} */ (card));
}

/** @param {string} letter */
function freeId(letter) {
  let number = 1;
  while (document.getElementById(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}

/** @param {string} template @param {string} id */
function clone(template, id) {
  const source = document.getElementById(`card-${template}`);
  if (!(source instanceof HTMLTemplateElement)) return null;
  const part = /** @type {DocumentFragment} */ (source.content.cloneNode(true));
  for (const element of part.querySelectorAll("*"))
    for (const place of PLACES) {
      const value = element.getAttribute(place);
      if (value?.includes("CARD")) element.setAttribute(place, value.split("CARD").join(id));
    }
  const card = /** @type {HTMLElement} */ (part.querySelector("fieldset"));
  card.id = id;
  return card;
}

/**
 * Add a card for an award; null where the form has no such award.
 * @param {string} award @param {Claim} [claim]
 */
export function addClaim(award, claim) {
  const card = clone(award, claim?.id ?? freeId("c"));
  if (!card) return null;
  byId("wizard-claims").append(card);
  setSubject(card, claim?.subject);
  if (claim) {
    put(card, "date", claim.date);
    for (const [fact, answer] of Object.entries(claim.facts)) putFact(card, fact, answer);
  }
  refresh();
  return card;
}

/** @param {Paid} [paid] */
export function addPaid(paid) {
  const card = /** @type {HTMLElement} */ (clone("paid", paid?.id ?? freeId("p")));
  byId("wizard-paid").append(card);
  setSubject(card, paid?.subject);
  if (paid) {
    put(card, "award", paid.award);
    put(card, "date", paid.date);
    putFact(card, "amount", paid.amount);
  }
  refresh();
  return card;
}

/** @param {HTMLElement} card */
export function removeCard(card) {
  release(card);
  card.remove();
  refresh();
}

/** Bring everything that follows from the cards up to date. */
export function refresh() {
  refreshSubjects();
  byId("wizard-no-claims").hidden = allCards(byId("wizard-claims")).length > 0;
  for (const card of allCards()) showAsked(card);
}

/** A field that only goes with a “yes” is hidden after a “no”; what stands in it stays. */
/** @param {HTMLElement} card */
function showAsked(card) {
  for (const field of card.querySelectorAll("[data-only-with]")) {
    const other = field.getAttribute("data-only-with") ?? "";
    /** @type {HTMLElement} */ (field).hidden = factOf(card, other) === "no";
  }
}

/** @returns {State} */
export function collect() {
  return {
    form: 1,
    claims: allCards(byId("wizard-claims")).map((card) => ({
      id: card.id,
      award: card.dataset.award ?? "",
      subject: subjectOf(card),
      date: get(card, "date"),
      facts: facts(card),
    })),
    paid: allCards(byId("wizard-paid")).map((card) => ({
      id: card.id,
      award: get(card, "award"),
      subject: subjectOf(card),
      date: get(card, "date"),
      amount: factOf(card, "amount"),
    })),
  };
}

/** Put a state into the form in the place of what is there. */
/** @param {State} state */
export function restore(state) {
  byId("wizard-claims").replaceChildren();
  byId("wizard-paid").replaceChildren();
  for (const claim of state.claims) addClaim(claim.award, claim);
  for (const paid of state.paid) addPaid(paid);
  refresh();
}

/** @param {HTMLElement} card @param {string} part @returns {any} */
function field(card, part) {
  return card.querySelector(`[data-part="${part}"]`);
}

/** @param {HTMLElement} card @param {string} part @returns {string} */
function get(card, part) {
  return field(card, part)?.value ?? "";
}

/** @param {HTMLElement} card @param {string} part @param {string} value */
function put(card, part, value) {
  const element = field(card, part);
  if (element) element.value = value;
}

/** @param {HTMLElement} card @param {string} fact @returns {any[]} */
function inputs(card, fact) {
  return [...card.querySelectorAll("[data-fact]")].filter((e) => e.getAttribute("data-fact") === fact);
}

/** @param {HTMLElement} card @returns {Record<string, Answer>} */
function facts(card) {
  const names = new Set([...card.querySelectorAll("[data-fact]")].map((e) => e.getAttribute("data-fact") ?? ""));
  const found = [...names].map((name) => /** @type {const} */ ([name, factOf(card, name)]));
  return Object.fromEntries(found);
}

/** @param {HTMLElement} card @param {string} fact @returns {Answer} */
function factOf(card, fact) {
  const [first, ...others] = inputs(card, fact);
  if (!first) return "";
  if (first.type === "radio") return [first, ...others].find((radio) => radio.checked)?.value ?? "";
  if (first.dataset.part === "figure") return { text: first.value, unit: first.dataset.unit };
  return first.value;
}

/** @param {HTMLElement} card @param {string} fact @param {Answer} answer */
function putFact(card, fact, answer) {
  const found = inputs(card, fact);
  if (!found.length) return;
  if (typeof answer === "object") {
    found[0].value = answer.text;
    setUnit(found[0], answer.text.trim() ? answer.unit : found[0].dataset.unit);
  } else if (found[0].type === "radio") {
    for (const radio of found) radio.checked = radio.value === answer;
  } else found[0].value = answer;
}

/**
 * A figure keeps the unit in which it was typed, also on the page of the other language.
 * @param {HTMLInputElement} input @param {string | undefined} unit
 */
function setUnit(input, unit) {
  if (!unit || unit === input.dataset.unit) return;
  input.dataset.unit = unit;
  const shown = document.getElementById(`${input.id}.unit`) ?? input.parentElement?.querySelector(".wizard-unit");
  if (shown) setText(shown, say(`unit_${unit}`));
}
