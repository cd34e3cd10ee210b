// The list of all awards by topic, for browsers that cannot compute. It is in the page for readers
// without scripts; other browsers keep it as text until it is needed.
//
// The guard shows it in browsers that cannot read the other scripts, so this file is ES5.

/** @returns {HTMLElement | null} */
function made() {
  var text = document.getElementById("wizard-every");
  if (!text || !text.parentNode) return null;
  var holder = document.createElement("div");
  holder.innerHTML = text.textContent || "";
  return /** @type {HTMLElement | null} */ (holder.firstElementChild);
}

/**
 * Show the awards of the ticked topics, or of all topics if none is ticked or the reader is not
 * sure.
 * @param {Element | null} place after which to insert the list @param {string[]} ticked
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

/** Show only the awards, because the form could not start. */
export function giveUp() {
  var old = document.getElementById("wizard-old");
  hide(old, false);
  showAwards(old, []);
  // remains of an attempt that failed half-way
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
