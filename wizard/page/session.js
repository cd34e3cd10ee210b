// What survives a reload of the page, in this tab only; on this computer where that is wished for.
// A browser may forbid either: then the form works without.

const KEY = "wizard";
const STORES = [() => sessionStorage, () => localStorage];

/**
 * @template T
 * @param {() => T} work @param {T} otherwise
 */
function allowed(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise; // no storage, no room, or nothing that can be read
  }
}

/** @param {object} state */
export function remember(state) {
  const text = JSON.stringify(state);
  allowed(() => sessionStorage.setItem(KEY, text), undefined);
  if (isKept()) allowed(() => localStorage.setItem(KEY, text), undefined);
}

/** @returns {any} */
export function recall() {
  const read = STORES.map((store) => allowed(() => JSON.parse(store().getItem(KEY) ?? "null"), null));
  return read.find((state) => state !== null) ?? null;
}

/** Whether the answers are remembered on this computer. */
export const isKept = () => allowed(() => localStorage.getItem(KEY) !== null, false);

/**
 * Remember on this computer from now on, or no longer; tells whether the browser lets us.
 * @param {boolean} wanted @param {object} state
 */
export function keep(wanted, state) {
  return allowed(() => {
    if (wanted) localStorage.setItem(KEY, JSON.stringify(state));
    else localStorage.removeItem(KEY);
    return true;
  }, false);
}

export function forget() {
  for (const store of STORES) allowed(() => store().removeItem(KEY), undefined);
}
