// What is saved, linked, opened, remembered and forgotten, and what the page says of it.

import { forgetRemoved, keepBefore } from "./actions.js";
import { forgetCopy, offerCopy } from "./copy.js";
import { byId, focus, say, setText } from "./dom.js";
import { checked, fileName, open, save } from "./files.js";
import { forget, isKept, keep } from "./session.js";
import { linkTo, takeLinked, textOf } from "./share.js";
import { collect, isEmptyState } from "./state.js";

const PATIENCE = 1500; // milliseconds, for what is in the form to be read before it is saved

/**
 * @typedef {object} Page what filing needs of the page
 * @property {string} edition
 * @property {import("./engine.js").Engine} engine
 * @property {() => string} step where the applicant is
 * @property {(patience: number) => Promise<object>} application as it was understood and typed
 * @property {(state: import("./state.js").State, since: string) => void} put into the form, with what
 *   has changed since it was saved
 * @property {() => void} clear the form
 */

/**
 * @param {Page} page
 * @returns {Record<"save" | "share" | "forget", () => void>} what its buttons do
 */
export function startFiling(page) {
  byId("wizard-open").addEventListener("change", async ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const file = input.files?.[0];
    if (!file) return;
    const opened = await open(file, (text) => page.engine.open(text));
    input.value = "";
    take(page, opened);
  });
  const kept = keptBox();
  kept.checked = isKept();
  kept.addEventListener("change", () => {
    const done = keep(kept.checked, { ...collect(), step: page.step() });
    if (!done) kept.checked = false;
    tell(say(done ? (kept.checked ? "kept" : "not_kept") : "cannot_keep"));
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

/** Open what the address holds; what cannot be opened changes nothing. @param {Page} page */
export async function openLinked(page) {
  const held = takeLinked();
  if (held === undefined) return;
  const name = say("link");
  let text;
  try {
    text = await textOf(held);
  } catch (why) {
    return tell(say(`refused_${why}`, { name }));
  }
  const opened = await checked(name, text, (whole) => page.engine.open(whole));
  if (opened.state && !isEmptyState(collect())) keepBefore(say("replaced"), byId("wizard-filed"));
  take(page, opened);
}

/** @param {Page} page @param {import("./files.js").Opened} opened */
function take(page, { said, why, state, since = "" }) {
  tell(said, why);
  if (state) page.put(state, since);
}

/** Forget everything that was answered, also what a reload would bring back. @param {Page} page */
function forgetAll(page) {
  forget();
  forgetRemoved();
  forgetCopy();
  page.clear();
  byId("wizard-forget").removeAttribute("open");
  linkField().value = "";
  byId("wizard-linked").hidden = true;
  keptBox().checked = false;
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
