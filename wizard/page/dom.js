// Finding things in the page, and its words.

import { Idiomorph } from "idiomorph/dist/idiomorph.esm.js";

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** @type {Map<string, string>} */
let words;

/** Signs that turn the direction of the text after them; U+2068 and its end only set text apart. */
export const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/g;

/**
 * Return a sentence in the page's language, with its parameters filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [params]
 */
export function say(key, params = {}) {
  if (!words) {
    const store = /** @type {HTMLTemplateElement} */ (byId("wizard-words"));
    words = new Map();
    for (const word of store.content.querySelectorAll("[data-key]"))
      words.set(word.getAttribute("data-key") ?? "", word.textContent ?? "");
  }
  const text = words.get(key) ?? key;
  return text.replace(/(“?)\{(\w+)\}/g, (all, quote, name) => {
    if (!(name in params)) return all;
    const value = String(params[name]).replace(TURNING, "");
    return quote + (quote ? value.replace(/“/g, "‘").replace(/”/g, "’") : value); // quotes in quotes
  });
}

/** @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {(Node | string)[]} parts in the place of what it holds */
export function fill(element, ...parts) {
  element.textContent = "";
  element.append(...parts);
}

/**
 * Update what may be in use: the focused element stays in the page and keeps the focus.
 * @param {Element} element @param {Element[] | string} content in the place of what it holds
 * @param {object} [callbacks] of Idiomorph
 */
export function renew(element, content, callbacks) {
  Idiomorph.morph(element, content, { morphStyle: "innerHTML", callbacks });
}

/** Open everything that something is folded away in. @param {Element} element */
function reveal(element) {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    if (!element.closest("summary") || element.closest("summary")?.parentElement !== fold) fold.open = true;
}

/** @param {Element | null} element */
export function focus(element) {
  if (!(element instanceof HTMLElement)) return;
  reveal(element);
  element.scrollIntoView({ block: "nearest" });
  element.focus({ preventScroll: true });
}
