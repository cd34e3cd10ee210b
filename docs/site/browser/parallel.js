// The reader of a bilingual text sees both languages or one; first.js applies what was chosen.

import { choose } from "./languages.js"

const root = document.documentElement

export function offerLanguages() {
  const buttons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll(".choice button")])
  for (const button of buttons)
    button.addEventListener("click", () => { choose(button.value); show(button.value) })
  if (buttons.length) show(root.dataset.languages ?? "both")

  /** @param {string} choice */
  function show(choice) {
    root.dataset.languages = choice
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(button.value === choice))
  }
}
