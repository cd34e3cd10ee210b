// Opens the line to the worker, and asks for the parts, while the rest of the page is being read.

import { canRunPython } from "./features.js";
import { openLine } from "./line.js";
import { fetchParts } from "./parts.js";

const root = document.getElementById("wizard");
const page = /** @type {any} */ (window);
try {
  if (root && !root.dataset.started) {
    page.wizardParts = fetchParts(root);
    page.wizardParts.catch(() => undefined); // whoever waits for them is told
    if (canRunPython()) page.wizardLine = openLine(root);
  }
} catch {
  // the engine tries again, and says what is wrong
}
