// Opens the line to the worker while the rest of the page is still being read.

import { canRunPython } from "./features.js";
import { openLine } from "./line.js";

const root = document.getElementById("wizard");
try {
  if (root && !root.dataset.started && canRunPython()) {
    /** @type {any} */ (window).wizardLine = openLine(root);
  }
} catch {
  // the engine tries again, and says what is wrong
}
