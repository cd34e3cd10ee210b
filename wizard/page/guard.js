// Old browsers cannot even read the wizard's script: where it has not begun, the awards take its
// place. Nothing newer than ES5 here.

import { giveUp } from "./awards.js";

window.addEventListener("load", function () {
  var root = document.getElementById("wizard");
  if (root && !root.getAttribute("data-started")) giveUp();
});
