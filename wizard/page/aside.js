// Shows what was put aside: answers that were replaced, and stored answers that could not be shown
// as they were. The reader can put them back or save them as a file.

import { byId, focus, say, setText } from "./dom.js";
import { hand } from "./files.js";
import { aside, dropAside } from "./session.js";

/** Show the latest text that was put aside, if any. */
export function showAside() {
  const box = byId("wizard-aside");
  const last = aside().at(-1);
  box.hidden = !last;
  if (last) setText(byId("wizard-aside-said"), say(`aside_${last.why}`));
}

/**
 * The actions of its buttons.
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
