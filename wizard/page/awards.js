// Every award by topic, for a browser in which nothing is computed. It stands in the page for
// readers without scripts; a browser that runs them holds it as text until it is needed.
//
// The guard shows it in browsers that cannot read the other scripts: so nothing newer than ES5 here.

/** @returns {HTMLElement | null} */
function made() {
  var text = document.getElementById("wizard-every");
  if (!text || !text.parentNode) return null;
  var holder = document.createElement("div");
  holder.innerHTML = text.textContent || "";
  return /** @type {HTMLElement | null} */ (holder.firstElementChild);
}

/**
 * Show the awards of the topics that are ticked; of all where none is, or where one is not sure.
 * @param {Element | null} place after which they stand @param {string[]} ticked
 */
export function showAwards(place, ticked) {
  var table = document.getElementById("wizard-awards") || made();
  if (!table || !place || !place.parentNode) return;
  if (place.nextSibling !== table) place.parentNode.insertBefore(table, place.nextSibling);
  var all = !ticked.length || ticked.indexOf("unsure") >= 0;
  var topics = table.querySelectorAll("[data-topic]");
  for (var n = 0; n < topics.length; n++) {
    var key = topics[n].getAttribute("data-topic") || "";
    hide(topics[n], !all && ticked.indexOf(key) < 0);
  }
  hide(document.getElementById("wizard-awards-narrowed"), all);
  hide(table, false);
}

/** Show nothing but the awards: the form has not come to life. */
export function giveUp() {
  var old = document.getElementById("wizard-old");
  hide(old, false);
  showAwards(old, []);
  // what an attempt that failed half-way may have left behind
  var rest = ["wizard-steps", "wizard-totals", "wizard-form", "wizard-outcome", "wizard-file"];
  for (var n = 0; n < rest.length; n++) hide(document.getElementById(rest[n]), true);
}

export function hideAwards() {
  hide(document.getElementById("wizard-awards"), true);
}

/** @param {Element | null} element @param {boolean} hidden */
export function hide(element, hidden) {
  if (!element) return;
  if (hidden) element.setAttribute("hidden", "");
  else element.removeAttribute("hidden");
}
