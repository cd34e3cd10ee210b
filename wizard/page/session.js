// Keeps answers over a reload of the page, in this tab only or, if the reader wishes, on this
// computer. A browser may forbid either; then the form works without.
//
// It also keeps what was put aside: answers that were replaced, and stored answers that could not
// be drawn. They are kept as text until the reader discards them.

// Each edition has its own answers. The edition in front keeps them under a name without a date,
// as all releases did before there were several; when another edition comes to the front, each still
// finds its answers.

const FRONT = "wizard";
let KEY = FRONT;
let ASIDE = "wizard-aside";
/** Where answers of this edition may be if it was in front, or was not, when they were stored. */
let BEFORE = "";
let EDITION = "";
const STORES = [() => sessionStorage, () => localStorage];

/** @typedef {{why: "replaced" | "unread", text: string}} Aside */

/** @param {string} edition @param {boolean} inFront whether it is the edition in front */
export function startStoring(edition, inFront) {
  const own = `${FRONT}-${edition}`;
  [KEY, BEFORE] = inFront ? [FRONT, own] : [own, FRONT];
  ASIDE = `${KEY}-aside`;
  EDITION = edition;
  const [tab, computer] = STORES.map((store) => allowed(() => store().getItem(KEY), null));
  const there = answersIn(computer);
  ours = tab === null || isOpened(tab) || answersIn(tab) === there ? there : null;
}

/**
 * The answers on this computer as this tab last read or wrote them, or null if it keeps none there:
 * what another tab keeps is not replaced unless the reader wishes it.
 * @type {string | null}
 */
let ours = null;

/** A stored text without what a tab stores besides the answers. @param {string | null} text */
function answersIn(text) {
  return allowed(() => JSON.stringify({ ...JSON.parse(text ?? ""), step: "", opened: false }), text);
}

/** Whether a text shows a link or a file in which nothing has been answered. @param {string} text */
function isOpened(text) {
  return allowed(() => JSON.parse(text).opened === true, false);
}

/** Stores whose text could not be put aside for lack of room, so nothing may replace it. */
const full = new Set();

/**
 * @template T
 * @param {() => T} work @param {T} otherwise
 */
function allowed(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise; // no storage, no room, or unreadable content
  }
}

/** @param {() => Storage} store @param {string} text @returns {boolean} whether it is stored now */
function write(store, text) {
  return !full.has(store) && allowed(() => (store().setItem(KEY, text), true), false);
}

/**
 * @param {object} state
 * @param {boolean} own whether the reader has answered anything; only then are answers from a link
 *   or file remembered on this computer
 */
export function remember(state, own) {
  const [tab, computer] = STORES;
  const text = JSON.stringify({ ...state, opened: !own });
  write(tab, text);
  if (!own || !isKept()) return;
  for (const one of asideIn(tab)) put(computer, one);
  if (write(computer, text)) ours = answersIn(text);
}

/** All stored states as text: that of the tab first. @returns {string[]} */
export function stored() {
  const texts = STORES.map((store) => allowed(() => store().getItem(KEY), null));
  const before = STORES.map((store) => allowed(() => store().getItem(BEFORE), null));
  const found = [...texts, ...before.filter(isOwn)].filter((text) => text !== null);
  return [...new Set(found)];
}

/** Whether a text was stored by this edition. @param {string | null} text */
function isOwn(text) {
  return allowed(() => JSON.parse(text ?? "null")?.edition === EDITION, false);
}

/** Whether the answers of this tab are remembered on this computer. */
export const isKept = () =>
  ours !== null && allowed(() => answersIn(localStorage.getItem(KEY)) === ours, false);

/**
 * Remember on this computer from now on, in place of what another tab remembered there, which is
 * put aside, or no longer; returns whether the browser allows it.
 * @param {boolean} wanted @param {object} state
 */
export function keep(wanted, state) {
  return allowed(() => {
    const [text, there] = [JSON.stringify(state), localStorage.getItem(KEY)];
    if (wanted) {
      if (there !== null && answersIn(there) !== answersIn(text)) put(STORES[1], { why: "replaced", text: there });
      localStorage.setItem(KEY, text);
    } else for (const key of [KEY, ASIDE]) localStorage.removeItem(key);
    ours = wanted ? answersIn(text) : null;
    return true;
  }, false);
}

export function forget() {
  ours = null;
  full.clear();
  for (const store of STORES)
    for (const key of [KEY, ASIDE]) allowed(() => store().removeItem(key), undefined);
  for (const store of STORES)
    if (isOwn(allowed(() => store().getItem(BEFORE), null))) allowed(() => store().removeItem(BEFORE), undefined);
}

/** @param {() => Storage} store @returns {Aside[]} */
function asideIn(store) {
  const found = allowed(() => JSON.parse(store().getItem(ASIDE) ?? "[]"), []);
  if (!Array.isArray(found)) return [];
  return found.filter((one) => typeof one?.text === "string" && ["replaced", "unread"].includes(one.why));
}

/** @param {() => Storage} store @param {Aside[]} list */
function setAsideIn(store, list) {
  if (list.length) store().setItem(ASIDE, JSON.stringify(list));
  else store().removeItem(ASIDE);
}

/** @param {() => Storage} store @param {Aside} one @returns {boolean} whether it is stored there now */
function put(store, one) {
  const list = asideIn(store);
  if (list.some(({ text }) => text === one.text)) return true;
  return allowed(() => (setAsideIn(store, [...list, one]), true), false);
}

/**
 * Put a text aside in the stores that hold it, and replaced answers also where answers are kept.
 * @param {Aside} one
 */
export function putAside(one) {
  const [tab, computer] = STORES;
  for (const store of STORES) {
    const here = allowed(() => store().getItem(KEY) === one.text, false);
    if (!here && !(one.why === "replaced" && (store === tab || isKept()))) continue;
    if (!put(store, one) && here && one.why === "unread") full.add(store);
  }
  if (![tab, computer].some((store) => asideIn(store).some(({ text }) => text === one.text))) lost.push(one);
}

/** Texts that no store has room for, kept as long as the page is open. @type {Aside[]} */
const lost = [];

/** What was put aside, the latest last. @returns {Aside[]} */
export function aside() {
  const all = [...STORES.flatMap(asideIn), ...lost];
  return all.filter((one, place) => all.findIndex(({ text }) => text === one.text) === place);
}

/** @param {string} text that is no longer needed */
export function dropAside(text) {
  for (const store of STORES) {
    const list = asideIn(store);
    const rest = list.filter((one) => one.text !== text);
    if (rest.length < list.length) allowed(() => setAsideIn(store, rest), undefined);
  }
  const place = lost.findIndex((one) => one.text === text);
  if (place >= 0) lost.splice(place, 1);
}
