// What a card is about: a name of its own, or the same as another card.

import { allCards } from "./cards.js";
import { say } from "./dom.js";

/** @param {HTMLElement} card @returns {HTMLSelectElement} */
const same = (card) => /** @type {any} */ (card.querySelector('[data-part="same"]'));
/** @param {HTMLElement} card @returns {HTMLInputElement} */
const own = (card) => /** @type {any} */ (card.querySelector('[data-part="name"]'));

/** @param {HTMLElement} card */
const isOwner = (card) => same(card).value === "";
/** @param {HTMLElement} card */
const nameOf = (card) => own(card).value.trim() || (own(card).dataset.fallback ?? "");

/** @param {HTMLElement} card @returns {import("./cards.js").Subject} */
export function subjectOf(card) {
  return isOwner(card) ? { name: nameOf(card) } : { same: same(card).value };
}

/**
 * Set what a card is about; a new card of the enterprise is about the same enterprise.
 * @param {HTMLElement} card @param {import("./cards.js").Subject} [subject]
 */
export function setSubject(card, subject) {
  const { kind } = own(card).dataset;
  const others = allCards().filter((other) => other !== card);
  own(card).dataset.fallback = freeName(card, others);
  if (subject && "same" in subject) choose(card, subject.same);
  else if (subject) own(card).value = subject.name;
  else {
    const enterprise = others.find((other) => own(other).dataset.kind === kind && isOwner(other));
    if (kind === "enterprise" && enterprise) choose(card, enterprise.id);
    own(card).value = own(card).dataset.fallback ?? "";
  }
}

/** @param {HTMLElement} card @param {HTMLElement[]} others */
function freeName(card, others) {
  const { kind, default: word = "" } = own(card).dataset;
  const taken = new Set(others.map(nameOf));
  if (kind === "enterprise" && !taken.has(word)) return word;
  let number = 1;
  while (taken.has(`${word} ${number}`)) number++;
  return `${word} ${number}`;
}

/** @param {HTMLElement} card @param {string} id */
function choose(card, id) {
  const select = same(card);
  if (![...select.options].some((option) => option.value === id)) select.add(new Option(id, id));
  select.value = id;
}

/** Offer every card that names something as “the same as …”, in all other cards. */
export function refreshSubjects() {
  const cards = allCards();
  straighten(cards);
  const owners = cards.filter(isOwner);
  for (const card of cards) {
    const select = same(card);
    const chosen = select.value;
    const offered = owners.filter((owner) => owner !== card);
    const options = offered.map((owner) => {
      const text = say("subject_same_as", { name: nameOf(owner), award: owner.dataset.name ?? "" });
      return { id: owner.id, text };
    });
    const [first, ...rest] = [...select.options];
    const now = rest.map((option) => `${option.value} ${option.text}`).join("\n");
    if (now !== options.map(({ id, text }) => `${id} ${text}`).join("\n")) {
      select.replaceChildren(first, ...options.map(({ id, text }) => new Option(text, id)));
      select.value = chosen;
    }
    part(card, ".wizard-same").hidden = !offered.length;
    part(card, ".wizard-own").hidden = !isOwner(card);
  }
}

/** Whoever is the same as a card that is itself the same as another follows it there. */
/** @param {HTMLElement[]} cards */
function straighten(cards) {
  const byName = new Map(cards.map((card) => [card.id, card]));
  for (const card of cards) {
    const seen = new Set([card.id]);
    let target = byName.get(same(card).value);
    while (target && !isOwner(target) && !seen.has(target.id)) {
      seen.add(target.id);
      target = byName.get(same(target).value);
    }
    if (isOwner(card)) continue;
    if (!target || seen.has(target.id)) same(card).value = "";
    else choose(card, target.id);
  }
}

/** Before a card goes, the first card that is the same as it takes over its name. */
/** @param {HTMLElement} card */
export function release(card) {
  const followers = allCards().filter((other) => same(other).value === card.id);
  const [heir, ...others] = followers;
  if (!heir) return;
  same(heir).value = "";
  own(heir).value = nameOf(card);
  for (const other of others) choose(other, heir.id);
}

/** @param {HTMLElement} card @param {string} selector @returns {HTMLElement} */
function part(card, selector) {
  return /** @type {HTMLElement} */ (card.querySelector(selector));
}
