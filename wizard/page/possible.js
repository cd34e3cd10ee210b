// The list of everything that may concern the reader and has no answer yet, largest sum first;
// “not sure” leads here.

import { concerns, rolesAsked } from "./asked.js";
import { allClaims } from "./cards.js";
import { clone } from "./cloning.js";
import { byId, say, setText } from "./dom.js";
import { ticked } from "./state.js";

const PLACES = ["what", "check", "results"];

/** @type {HTMLDetailsElement | null} */
let list = null;
let wasAlone = false;

/**
 * Update the list, and put it into the present step.
 * @param {string} step
 * @returns {string} the largest open sum, as written on its card; empty if there is none
 */
export function refreshPossible(step) {
  list ??= /** @type {HTMLDetailsElement} */ (clone("possible"));
  const claims = new Set(allClaims().map((card) => card.dataset.award));
  const roles = rolesAsked();
  const topics = ticked("topics");
  let count = 0;
  let largest = "";
  for (const item of list.querySelectorAll("li")) {
    const shown = concerns(item, roles, topics) && !claims.has(item.dataset.award);
    item.hidden = !shown;
    count += shown ? 1 : 0;
    if (shown) largest ||= item.dataset.maximum ?? "";
  }
  const all = claims.size ? "possible" : "possible_all";
  const heading = say(largest ? all : "possible", { count, most: largest });
  setText(/** @type {Element} */ (list.querySelector("summary")), heading);
  const rest = /** @type {HTMLElement} */ (list.querySelector("details"));
  rest.hidden = !rest.querySelector("li:not([hidden])");
  list.hidden = !count;
  const alone = !claims.size && step !== "what"; // there is nothing else to see
  if (alone !== wasAlone) list.open = alone;
  wasAlone = alone;
  const place = PLACES.includes(step) ? byId(`wizard-possible-${step}`) : null;
  if (place && list.parentElement !== place) place.append(list);
  return largest;
}
