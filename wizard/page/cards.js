// The cards of the form, one per claim, cloned from templates that were rendered at build time.

import { clone, freeId, templateOf } from "./cloning.js";
import { byId } from "./dom.js";
import { facts, factOf, get, put, putFact } from "./fields.js";
import { ENTERPRISE, entryById } from "./subjects.js";

/** @typedef {import("./fields.js").Answer} Answer */
/** @typedef {{id: string, award: string, subject: string, date: string, facts: Record<string, Answer>}} Claim */
/** @typedef {{id: string, award: string, subject: string, date: string, amount: Answer}} Paid */

let added = 0;

/** @param {ParentNode} [where] @returns {HTMLElement[]} */
export function allCards(where = document) {
  return [...where.querySelectorAll("fieldset.wizard-card")].map((card) => /** @type {HTMLElement} */ (card));
}

/** The cards of all claims, in the order in which they were added. */
export function allClaims() {
  const claims = allCards().filter((card) => card.dataset.award);
  return claims.sort((a, b) => Number(a.dataset.order) - Number(b.dataset.order));
}

/** @param {HTMLElement} card the subject of the card */
export function subjectOf(card) {
  const about = get(card, "about");
  return about || (card.dataset.subject ?? "");
}

/**
 * The place for the card of an award: under its tick box, in its entry or in the enterprise’s own
 * list; without a tick box there, at the end of the list.
 * @param {string} award @param {HTMLTemplateElement} template
 * @param {string} subject @param {boolean} choosable
 */
function listFor(award, template, subject, choosable) {
  const entry = choosable ? null : entryById(subject);
  const place = template.dataset.place === "figures" ? "figures" : "titles";
  const where = entry ?? document.querySelector(`section[data-place="${place}"]`);
  const row = where?.querySelector(`[data-offer="${award}"]`)?.closest(".wizard-row");
  return /** @type {Element} */ ((row ?? where)?.querySelector(row ? ".wizard-cards" : "[data-rest]"));
}

/**
 * Add a card for an award; null if the form does not have it.
 * @param {string} award @param {string} subject the id of its subject
 * @param {Omit<Claim, "id"> & {id?: string}} [claim]
 */
export function addClaim(award, subject, claim) {
  const template = templateOf(`card-${award}`);
  const card = clone(`card-${award}`, claim?.id ?? freeId("c"));
  if (!card || !template) return null;
  card.dataset.subject = subject;
  card.dataset.order = String(++added);
  const about = /** @type {HTMLSelectElement | null} */ (card.querySelector('[data-part="about"]'));
  listFor(award, template, subject, about !== null).append(card);
  if (about) {
    about.add(new Option(subject, subject));
    about.value = subject;
  }
  // a line without a sum asks no date, but keeps one from a file
  if (!claim?.date) card.querySelector(".wizard-undated")?.remove();
  if (claim) {
    put(card, "date", claim.date);
    for (const [fact, answer] of Object.entries(claim.facts)) putFact(card, fact, answer);
  }
  return card;
}

/** @param {Paid} [paid] */
export function addPaid(paid) {
  const card = /** @type {HTMLElement} */ (clone("card-paid", paid?.id ?? freeId("p")));
  byId("wizard-paid").append(card);
  if (paid) {
    const about = /** @type {HTMLSelectElement} */ (card.querySelector('[data-part="about"]'));
    about.add(new Option(paid.subject, paid.subject));
    about.value = paid.subject;
    put(card, "award", paid.award);
    put(card, "date", paid.date);
    putFact(card, "amount", paid.amount);
  }
  return card;
}

/** @returns {Claim[]} */
export function collectClaims() {
  return allClaims().map((card) => ({
    id: card.id,
    award: card.dataset.award ?? "",
    subject: subjectOf(card),
    date: get(card, "date"),
    facts: Object.fromEntries(facts(card)),
  }));
}

/** @returns {Paid[]} */
export function collectPaid() {
  return allCards(byId("wizard-paid")).map((card) => ({
    id: card.id,
    award: get(card, "award"),
    subject: get(card, "about"),
    date: get(card, "date"),
    amount: factOf(card, "amount"),
  }));
}

export function clearCards() {
  for (const card of allCards()) card.remove();
}

/** The kind of subject of an award. @param {string} award */
export function kindOf(award) {
  const template = templateOf(`card-${award}`);
  return template?.dataset.place === "entry" ? (template.dataset.kind ?? ENTERPRISE) : ENTERPRISE;
}
