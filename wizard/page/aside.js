// What was put aside is shown as long as it is kept: answers that others took the place of, and
// what was stored but could not be shown as it was. It can be put back and taken away as a file.

import { byId, focus, say, setText } from "./dom.js";
import { hand } from "./files.js";
import { aside, dropAside } from "./session.js";

/** Show the latest of what was put aside, or nothing. */
export function showAside() {
  const box = byId("wizard-aside");
  const last = aside().at(-1);
  box.hidden = !last;
  if (last) setText(byId("wizard-aside-said"), say(`aside_${last.why}`));
}

/**
 * What the buttons there do.
 * @param {(text: string) => Promise<void>} back puts a text back into the form
 * @returns {Record<"asideBack" | "asideSave" | "asideDrop", () => void>}
 */
export function startAside(back) {
  const last = () => aside().at(-1)?.text;
  return {
    asideBack: () => {
      const text = last();
      if (text !== undefined) back(text);
    },
    asideSave: () => {
      const text = last();
      if (text !== undefined) hand(text, "application/json", "answers-kept.json");
    },
    asideDrop: () => {
      const text = last();
      if (text !== undefined) dropAside(text);
      showAside();
      focus(document.querySelector("#wizard section[data-step]:not([hidden]) h2"));
    },
  };
}
