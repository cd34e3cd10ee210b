// The list of everything that can be claimed, filtered by plain text.

import { templateOf } from "./cloning.js";
import { byId, say, setText } from "./dom.js";

export function startPicker() {
  const everything = templateOf("wizard-everything");
  if (everything) byId("wizard-list").append(everything.content);
  const filter = /** @type {HTMLInputElement} */ (byId("wizard-filter"));
  filter.addEventListener("input", () => show(filter.value));
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // the list is already filtered
  });
}

/** @param {string} text */
function show(text) {
  const wanted = text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const group of byId("wizard-list").querySelectorAll("section")) {
    let some = false;
    for (const item of group.querySelectorAll("li")) {
      const fits = wanted.every((word) => item.dataset.text?.includes(word));
      item.hidden = !fits;
      some ||= fits;
      count += fits ? 1 : 0;
    }
    group.hidden = !some;
  }
  setText(byId("wizard-count"), say("filter_count", { count }));
}
