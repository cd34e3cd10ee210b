// Saves, links, opens, remembers and forgets answers, and shows the messages about it.

import { forgetRemoved } from "./actions.js";
import { showAside } from "./aside.js";
import { forgetCopy, offerCopy } from "./copy.js";
import { byId, focus, say, setText } from "./dom.js";
import { checked, fileName, open, save } from "./files.js";
import { forget, isKept, keep } from "./session.js";
import { linkTo, takeLinked, textOf } from "./share.js";
import { collect, isBlank } from "./state.js";

const PATIENCE = 1500; // milliseconds to wait until the form has been read, before it is saved

/**
 * @typedef {object} Page what filing needs of the page
 * @property {string} edition
 * @property {import("./engine.js").Engine} engine
 * @property {() => string} step the present step
 * @property {(patience: number) => Promise<object>} application as understood and as typed
 * @property {(state: import("./state.js").State, since: string, step?: string) => boolean} put
 *   replaces the content of the form and shows the changes since it was saved; returns whether
 *   the form could be drawn
 * @property {() => void} clear the form
 */

/**
 * @param {Page} page
 * @returns {Record<"save" | "share" | "forget", () => void>} the actions of its buttons
 */
export function startFiling(page) {
  byId("wizard-open").addEventListener("change", async ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const file = input.files?.[0];
    if (!file) return;
    const opened = await open(file, (text) => page.engine.open(text));
    input.value = "";
    take(page, file.name, opened);
  });
  const kept = keptBox();
  kept.checked = isKept();
  kept.addEventListener("change", () => {
    const done = keep(kept.checked, { ...collect(), edition: page.edition, step: page.step() });
    if (!done) kept.checked = false;
    showAside();
    tell(say(done ? (kept.checked ? "kept" : "not_kept") : "cannot_keep"));
  });
  // another tab has replaced or deleted what this one kept, perhaps while the page was left
  for (const event of ["storage", "pageshow"])
    window.addEventListener(event, () => {
      if (!kept.checked || isKept()) return;
      kept.checked = false;
      tell(say("kept_elsewhere"));
    });
  return {
    save: async () => {
      const name = fileName(page.edition);
      const text = save(await page.application(PATIENCE), name);
      tell(say("saved", { name }));
      offerCopy(text, byId("wizard-filed"));
    },
    share: async () => {
      const link = linkField();
      link.value = await linkTo(await page.application(PATIENCE));
      byId("wizard-linked").hidden = false;
      const copied = await navigator.clipboard?.writeText(link.value).then(() => true, () => false);
      link.select();
      tell(say(copied ? "link_copied" : "link_shown"));
    },
    forget: () => {
      forgetAll(page);
      tell(say("forgotten"));
      focus(byId("wizard-forget").querySelector("summary"));
    },
  };
}

/** Open the answers in the address; if they cannot be opened, nothing changes. @param {Page} page */
export async function openLinked(page) {
  const linked = takeLinked();
  if (!linked) return;
  const name = say(linked.name);
  let text;
  try {
    text = await textOf(linked.held);
  } catch (why) {
    return tell(say(`refused_${why}`, { name }));
  }
  const opened = await checked(name, text, (whole) => page.engine.open(whole));
  take(page, name, opened);
}

/**
 * Open a stored text like a file, whatever release stored it.
 * @param {Page} page @param {string} text @param {string} step where to go
 * @param {boolean} [mayReplace] whether it may replace the present answers
 * @returns {Promise<"whole" | "part" | "no">} how much of it the form shows now
 */
export async function openStored(page, text, step, mayReplace = true) {
  const name = say("stored");
  const opened = await checked(name, text, (whole) => page.engine.open(whole));
  if (!mayReplace && !isBlank(collect())) return "no"; // the reader has answered something meanwhile
  if (!take(page, name, opened, step)) return "no";
  return opened.since ? "part" : "whole";
}

/**
 * @param {Page} page @param {string} name @param {import("./files.js").Opened} opened
 * @param {string} [step] where to go, if not to the results
 * @returns {boolean} whether the form shows it now
 */
function take(page, name, { said, why, state, since = "" }, step) {
  const done = !!state && page.put(state, since, since ? undefined : step);
  if (state && !done) tell(say("refused_fault", { name }));
  else tell(said, why);
  return done;
}

/** Forget all answers, including those that a reload would restore. @param {Page} page */
function forgetAll(page) {
  forget(); // first, since it must work even if the form is broken
  showAside();
  forgetRemoved();
  forgetCopy();
  try {
    page.clear();
  } catch {
    // the form could not start, so it is empty
  }
  byId("wizard-forget").removeAttribute("open");
  linkField().value = "";
  byId("wizard-linked").hidden = true;
  keptBox().checked = false;
}

/** Leave only the button that forgets everything, because the form could not start. */
export function leaveForgetting() {
  const left = ["wizard-file-title", "wizard-filed", "wizard-forget"];
  const part = byId("wizard-file");
  for (const child of part.children) /** @type {HTMLElement} */ (child).hidden = !left.includes(child.id);
  part.hidden = false;
}

/** @param {string} text @param {string} [detail] */
function tell(text, detail = "") {
  const line = byId("wizard-filed");
  setText(line, text);
  if (!detail) return;
  const why = document.createElement("span");
  why.textContent = detail;
  line.append(document.createElement("br"), why);
}

function keptBox() {
  return /** @type {HTMLInputElement} */ (byId("wizard-keep"));
}

function linkField() {
  return /** @type {HTMLInputElement} */ (byId("wizard-link"));
}
