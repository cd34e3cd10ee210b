// Starts the worker and requests the parts while the rest of the page is being parsed.

import { canRunPython } from "./features.js";
import { openLine } from "./line.js";
import { fetchParts } from "./parts.js";

const root = document.getElementById("wizard");
const page = /** @type {any} */ (window);
try {
  if (root && !root.dataset.started) {
    page.wizardParts = fetchParts(root);
    page.wizardParts.catch(() => undefined); // reported where the parts are awaited
    if (canRunPython()) page.wizardLine = openLine(root);
  }
} catch {
  // the engine tries again and reports the error
}
