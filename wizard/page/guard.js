// Old browsers cannot even read the wizard's script: say so when it has not started.
window.addEventListener("load", function () {
  var root = document.getElementById("wizard");
  var old = document.getElementById("wizard-old");
  if (root && old && !root.getAttribute("data-started")) {
    old.hidden = false;
    old.removeAttribute("hidden");
  }
});
