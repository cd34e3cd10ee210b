// An address that names an award (`#claim=…`) opens its questions, as a clause page asks.

import { addClaim, allClaims, kindOf } from "./cards.js";
import { templateOf } from "./cloning.js";
import { carryOver } from "./carrying.js";
import { boxes, ticked } from "./state.js";
import { addEntry, ENTERPRISE } from "./subjects.js";

/** Return the award in the address and remove it there, so that a reload does not add it again. */
export function namedAward() {
  const named = /^#claim=([a-z0-9-]+)$/.exec(location.hash)?.[1] ?? "";
  if (named) history.replaceState(history.state, "", location.pathname + location.search);
  return templateOf(`card-${named}`) ? named : "";
}

/**
 * Add the card of an award named in the address, and tick one of its topics if none is ticked.
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
 * Claim an award again, for a new entry or for the enterprise.
 * @param {string} award
 */
export function claimAnew(award) {
  const kind = kindOf(award);
  const subject = kind === ENTERPRISE ? ENTERPRISE : addEntry(kind)?.id;
  return subject ? carryOver(addClaim(award, subject), ticked("roles")) : null;
}
