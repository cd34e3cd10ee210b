// Shows the content of a file to be copied, beside its download.
//
// A browser may silently block downloads, as browsers inside other apps do, and a page never learns
// whether a file was saved. So the content of the file can be copied too.

import { byId, say, setText } from "./dom.js";

/** @returns {HTMLTextAreaElement} */
const field = () => /** @type {any} */ (byId("wizard-copied-text"));

/**
 * Offer the text of a file to be copied.
 * @param {string} text @param {Element} place after which to show it
 */
export function offerCopy(text, place) {
  const box = byId("wizard-copy");
  field().value = text;
  setText(byId("wizard-copied"), "");
  box.hidden = false;
  box.removeAttribute("open");
  place.after(box);
}

export function forgetCopy() {
  field().value = "";
  byId("wizard-copy").hidden = true;
}

export async function copyOut() {
  field().select();
  const copied = await navigator.clipboard?.writeText(field().value).then(() => true, () => false);
  setText(byId("wizard-copied"), say(copied || document.execCommand("copy") ? "copied" : "copy_yourself"));
}
