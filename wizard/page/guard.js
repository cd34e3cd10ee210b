// Old browsers cannot even read the wizard's script: where it has not started, say so, and show the
// awards in its place. Nothing newer than ES5 here.

import { hide, showAwards } from "./awards.js";

window.addEventListener("load", function () {
  var root = document.getElementById("wizard");
  var old = document.getElementById("wizard-old");
  if (!root || !old || root.getAttribute("data-started") === "yes") return;
  hide(old, false);
  showAwards(old, []);
  // what an attempt that failed half-way may have left behind
  var rest = ["wizard-steps", "wizard-totals", "wizard-form", "wizard-outcome", "wizard-file"];
  for (var n = 0; n < rest.length; n++) hide(document.getElementById(rest[n]), true);
});
