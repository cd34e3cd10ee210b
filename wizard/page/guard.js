// Shows the awards where the wizard has not started.
//
// Old browsers cannot even parse the wizard's script: if it has not started, show the awards
// instead. This file is ES5.

import { giveUp } from "./awards.js";

window.addEventListener("load", function () {
  var root = document.getElementById("wizard");
  if (root && !root.getAttribute("data-started")) giveUp();
});
