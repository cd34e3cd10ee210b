// An address that names an award (`#claim=…`) opens its questions, as a clause page asks.

import { addClaim, allClaims, kindOf } from "./cards.js";
import { templateOf } from "./cloning.js";
import { boxes } from "./state.js";
import { addEntry, ENTERPRISE } from "./subjects.js";

/** The award that the address names, taken out of it, so that a reload adds nothing. */
export function namedAward() {
  const named = /^#claim=([a-z0-9-]+)$/.exec(location.hash)?.[1] ?? "";
  if (named) history.replaceState(history.state, "", location.pathname + location.search);
  return templateOf(`card-${named}`) ? named : "";
}

/**
 * The card of an award that the address named, with a topic of it ticked where none is yet.
 * @param {string} award
 */
export function cardFor(award) {
  const topics = (templateOf(`card-${award}`)?.dataset.topics ?? "").split(" ");
  const all = boxes("topics");
  const first = all.find((box) => topics.includes(box.value));
  if (first && !all.some((box) => box.checked)) first.checked = true;
  return allClaims().find((card) => card.dataset.award === award) ?? claimAnew(award);
}

/**
 * Claim an award once more, for something of its own or for the enterprise.
 * @param {string} award
 */
export function claimAnew(award) {
  const kind = kindOf(award);
  const subject = kind === ENTERPRISE ? ENTERPRISE : addEntry(kind)?.id;
  return subject ? addClaim(award, subject) : null;
}
