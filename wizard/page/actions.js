// What the buttons of the form do.

import { claimAnew } from "./arrive.js";
import { widen } from "./asked.js";
import { addClaim, addPaid, collectClaims, subjectOf } from "./cards.js";
import { byId, focus, say, setText } from "./dom.js";
import { cardsOf, offered } from "./offers.js";
import { showSince } from "./outcome.js";
import { collect, restore } from "./state.js";
import { addEntry, allEntries, collectSubjects, foldAnswered, nameOf, release } from "./subjects.js";
import { decline, openOnly } from "./sure.js";
import { take } from "./takeover.js";

/**
 * @typedef {object} Page what the buttons need of the page
 * @property {() => void} refresh
 * @property {() => void} send
 */

/** @type {import("./state.js").State | null} the form before the last removal */
let before = null;
let gone = ""; // the id of the removed card or entry

/** @type {HTMLElement | undefined} */
let kept;
/** The undo line is next to the removed part, and disappears if its surroundings are removed. */
const wayBack = () => (kept ??= byId("wizard-undo"));

/** Forget the last removal, so that it cannot be undone. */
export function forgetRemoved() {
  before = null;
  wayBack().hidden = true;
}

/** @param {Page} page @returns {Record<string, (button: HTMLElement) => void>} */
export function actionsOf(page) {
  /** @param {HTMLElement | null} card */
  const appear = (card) => {
    page.refresh();
    focus(card?.querySelector("legend, h3") ?? null);
    page.send();
  };
  return {
    pay: () => appear(addPaid()),
    again: (button) => {
      const card = cardOf(button);
      appear(addClaim(card.dataset.award ?? "", subjectOf(card)));
    },
    remove: (button) => {
      const card = cardOf(button);
      const next = card.nextElementSibling ?? card.previousElementSibling;
      const list = /** @type {Element} */ (card.parentElement);
      remove(card, card.dataset.name ?? "", list, () => card.remove());
      page.refresh();
      focus(next?.querySelector("legend") ?? wayBack().querySelector("button"));
      page.send();
    },
    drop: (button) => {
      const entry = /** @type {HTMLElement} */ (button.closest(".wizard-entry"));
      const next = allEntries().find((other) => other !== entry);
      remove(entry, nameOf(entry.id), byId("wizard-entries"), () => {
        release(entry);
        entry.remove();
      });
      page.refresh();
      focus(next?.querySelector("h3") ?? wayBack().querySelector("button"));
      page.send();
    },
    undo: () => {
      if (before) restore(before);
      forgetRemoved();
      showSince("");
      page.refresh();
      focus(document.getElementById(gone)?.querySelector("legend, h3") ?? null);
      page.send();
    },
    take: (button) => {
      take(button);
      page.refresh();
      page.send();
    },
    widen: () => {
      widen();
      page.refresh();
      focus(document.querySelector("#wizard-topics input"));
    },
    add: (button) => appear(claimAnew(button.dataset.add ?? "")),
    addKind: (button) => {
      const entry = addEntry(button.dataset.addKind ?? "");
      foldAnswered();
      page.refresh();
      openOnly(entry);
      appear(entry);
    },
    more: (button) => appear(addAlike(/** @type {HTMLElement} */ (button.closest(".wizard-entry")))),
    year: (button) => {
      const input = button.closest(".wizard-field")?.querySelector("input");
      if (!input) return;
      input.value = button.dataset.year ?? "";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
}

/**
 * Add another entry like an existing one: the same awards, levels and dates. Names and figures
 * are its own; without figures to fill in, it is folded.
 * @param {HTMLElement} entry
 */
function addAlike(entry) {
  const planned = collectSubjects().find(({ id }) => id === entry.id)?.planned;
  const made = addEntry(entry.dataset.kind ?? "", { planned });
  if (!made) return null;
  let open = false;
  for (const { award, subject, date, facts } of collectClaims()) {
    if (subject !== entry.id) continue;
    const own = Object.entries(facts).filter(([, answer]) => typeof answer === "string");
    open ||= own.length < Object.keys(facts).length;
    addClaim(award, made.id, { award, subject: made.id, date, facts: Object.fromEntries(own) });
  }
  const fold = made.querySelector("details");
  if (fold) fold.open = open;
  return made;
}

/**
 * Ticking an award adds its card; unticking it removes the card, which can be undone.
 * @param {HTMLInputElement} box
 */
export function tick(box) {
  if (box.checked) {
    offered(box);
    return;
  }
  decline(box);
  const cards = cardsOf(box);
  const row = box.closest(".wizard-row");
  if (row && cards.length) remove(cards[0], cards[0].dataset.name ?? "", row, () => cards.forEach((card) => card.remove()));
}

/**
 * @param {HTMLElement} what a card or an entry @param {string} name
 * @param {Element} list after which the undo line is shown @param {() => void} how
 */
function remove(what, name, list, how) {
  before = collect();
  gone = what.id;
  const line = wayBack();
  setText(/** @type {Element} */ (line.querySelector("span")), say("removed", { name }));
  line.hidden = false;
  list.after(line);
  how();
}

/** @param {HTMLElement} button */
const cardOf = (button) => /** @type {HTMLElement} */ (button.closest(".wizard-card"));
