// The page: connects the form, the worker and the results. It knows no rule of the policy.

import { actionsOf, forgetRemoved, tick } from "./actions.js";
import { cardFor, claimAnew, namedAward } from "./arrive.js";
import { showAside, startAside } from "./aside.js";
import { refreshAsked, setSpare } from "./asked.js";
import { giveUp, hide, hideAwards, showAwards } from "./awards.js";
import { writeCheck } from "./check.js";
import { copyOut } from "./copy.js";
import { byId, focus, say, setText } from "./dom.js";
import { Engine } from "./engine.js";
import { pasteApart } from "./fields.js";
import { leaveForgetting, openLinked, openStored, startFiling } from "./filing.js";
import { keepForLater } from "./keeping.js";
import { refreshNames } from "./naming.js";
import {
  clearNotes, hideSummary, putRight, questionAt, showDoubts, showNotes, showOutside, showSummary,
} from "./notes.js";
import { refreshOffers } from "./offers.js";
import {
  clearOutcome, isStateShown, offerTaking, openRow, showNear, showNext, showNoTotal, showResults, showSince, showState, showTotals,
} from "./outcome.js";
import { dropHeld, isPressed, paint } from "./paint.js";
import { addParts } from "./parts.js";
import { startPicker } from "./picker.js";
import { refreshPossible } from "./possible.js";
import { showCompared, startScenario } from "./scenario.js";
import { drawn } from "./recall.js";
import { dropAside, putAside, remember, startStoring, stored } from "./session.js";
import { collect, isBlank, isEmptyState, nothing, restore, ticked } from "./state.js";
import { linkTo } from "./share.js";
import * as steps from "./steps.js";
import { openSure } from "./sure.js";
import { refreshSubjects } from "./subjects.js";
import { tablesOf } from "./tables.js";
import { refreshTakeovers } from "./takeover.js";

const root = byId("wizard");
const form = byId("wizard-form");
const OUTCOME = "results";
const edition = root.dataset.edition ?? "";
startStoring(edition, !root.dataset.home);

/** @type {any} the last answer of Python if it matches the present form, or null */
let figures = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let sending;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;
let composing = false;
let faulty = false; // the last question could not be computed
let interactionCount = 0; // the number of the applicant's actions
let own = true; // whether the applicant has answered anything, beyond a link or file

const engine = new Engine(root, {
  ready: () => {
    root.dataset.engine = "ready";
    keepForLater(root);
    if (isEmptyState(collect())) showState("outcome_empty");
    else if (isStateShown()) showState("working"); // otherwise the results came first
  },
  figures: (answer) => {
    figures = answer;
    paint("figures", () => {
      mended();
      show(answer, false);
      showTotals(answer.totals);
      showNext(answer.next, answer.next ? questionAt(answer.next) : "");
    });
    clearTimeout(settling);
    settling = setTimeout(() => paint("notes", () => figures && show(figures, true)), 1000);
  },
  results: (html) => paint("results", () => showResults(html)),
  near: (html) => paint("near", () => showNear(html)),
  compared: (html) => paint("compared", () => showCompared(html)),
  fault: (fault) => {
    dropHeld();
    const box = byId("wizard-fault");
    delete root.dataset.engine;
    setText(/** @type {Element} */ (box.querySelector("p")), say(`fault_${fault}`));
    const retry = /** @type {HTMLElement} */ (box.querySelector("button"));
    retry.hidden = fault === "features";
    box.hidden = false;
    faulty = true;
    offerAwards();
  },
});

/** If nothing can be computed, show the awards of the ticked topics as results. */
function offerAwards() {
  hide(document.querySelector(".wizard-scenario"), faulty || isEmptyState(collect()));
  if (!faulty) return hideAwards();
  showState("no_result");
  showAwards(byId("wizard-results"), ticked("topics"));
}

function mended() {
  byId("wizard-fault").hidden = true;
  faulty = false;
  offerAwards();
}

/** @param {any} answer @param {boolean} all */
function show(answer, all) {
  showNotes(answer, all);
  showOutside(answer.outside);
  setSpare(answer.spare);
  refreshAsked();
  if (steps.step() === "check") writeCheck(answer);
  doubt();
}

/** Ask again about doubtful figures on the pages that show them without their fields. */
function doubt() {
  showDoubts(figures !== null && ["check", OUTCOME].includes(steps.step()));
}

/** Show what may concern the reader; while nothing is answered there is nothing else. */
function offerPossible() {
  refreshPossible(steps.step());
  const empty = isEmptyState(collect());
  if (empty) showNoTotal();
  offerTaking(!empty);
}

/** Update everything that depends on the form. */
function refresh() {
  refreshSubjects();
  refreshOffers();
  refreshAsked();
  refreshTakeovers();
  refreshNames();
  offerPossible();
  steps.refreshSteps();
}

/** Send the present form to Python at once. */
function send() {
  clearTimeout(sending);
  if (composing) return;
  figures = null;
  const state = collect();
  remember({ ...state, edition, step: steps.step() }, own);
  if (isEmptyState(state)) return empty();
  engine.read(state, steps.step() === OUTCOME);
}

function sendOwn() {
  own = true;
  send();
}

function empty() {
  engine.drop();
  setSpare({});
  showOutside(null);
  hideSummary();
  clearOutcome();
  offerPossible();
  offerAwards();
  doubt();
}

function changed() {
  figures = null;
  clearTimeout(sending);
  sending = setTimeout(send);
}

form.addEventListener("compositionstart", () => (composing = true));
form.addEventListener("compositionend", () => {
  composing = false;
  refresh();
  changed();
});
form.addEventListener("paste", pasteApart);
form.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLElement) || target.closest(".wizard-picker")) return;
  own = true;
  clearNotes(target);
  if (composing) return;
  if (target instanceof HTMLInputElement && target.dataset.offer) tick(target);
  refresh();
  changed();
});
form.addEventListener("focusout", () => figures && paint("notes", () => figures && show(figures, false)));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!figures) send();
  const asked = ++interactionCount;
  if (engine.ready) await answered(engine.patience);
  if (asked !== interactionCount) return; // the applicant has continued meanwhile
  if (figures) show(figures, true);
  const last = steps.step() === "check";
  const here = (/** @type {string} */ at) =>
    last || steps.stepOf(document.getElementById(at)) === steps.step();
  if (figures && showSummary(here)) return;
  hideSummary();
  steps.next();
  if (openSure(steps.step(), refresh)) {
    refresh();
    sendOwn();
  }
  steps.arrive();
});
for (const name of ["input", "click"]) root.addEventListener(name, () => interactionCount++, true);

/** Wait until Python has read the present form, up to a number of milliseconds. */
/** @param {number} patience */
async function answered(patience) {
  const nothingToRead = isEmptyState(collect());
  for (let waited = 0; waited < patience && !nothingToRead && !figures && engine.worker; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The application as understood, with the form as typed. @param {number} patience */
async function application(patience) {
  if (!figures) send();
  await answered(patience);
  const { claims = [], paid = [], answers } = figures?.application ?? {};
  const kept = { ...answers, ...collect(), read: figures !== null, assessed: figures?.assessed };
  return { edition, claims, paid, answers: kept };
}

const filing = { edition, engine, step: steps.step, application, put, clear };

/** @type {Record<string, (button: HTMLElement) => void>} by `data-do`, or by the attribute itself */
const actions = {
  ...actionsOf({ refresh, send: sendOwn }),
  ...startAside(putBack),
  ...startFiling(filing),
  ...tablesOf(root, engine, collect, (text) => setText(byId("wizard-taken"), text)),
  copy: copyOut,
  meant: putRight,
  answer: (button) => {
    const card = claimAnew(button.dataset.answer ?? "");
    if (!card) return;
    refresh();
    steps.go(steps.stepOf(card), steps.step() === OUTCOME);
    focus(card.querySelector("legend"));
    sendOwn();
  },
  stepTo: (button) => move(button.dataset.stepTo ?? ""),
  change: (button) => change(button.dataset.change ?? ""),
  back: () => {
    hideSummary();
    steps.back();
    steps.arrive();
  },
  return: () => move(OUTCOME),
  awards: () => move(OUTCOME),
  noted: () => {
    showSince("");
    focus(byId("wizard-outcome-title"));
  },
  retry: () => start(),
};

root.addEventListener("click", (event) => {
  const { target } = event;
  const other = target instanceof Element && target.closest("[data-other-edition]");
  if (other instanceof HTMLAnchorElement && !isBlank(collect())) {
    event.preventDefault();
    application(0).then((known) => linkTo(known, other.href)).then((address) => location.assign(address));
  }
  const row = target instanceof Element && target.closest('a[href^="#result-"]');
  if (row instanceof HTMLAnchorElement) openRow(row);
  const link = target instanceof Element && target.closest("[data-to]");
  if (link instanceof HTMLElement) {
    event.preventDefault();
    lead(link.dataset.to ?? "");
  }
  const button = target instanceof Element && target.closest("button");
  if (!(button instanceof HTMLElement)) return;
  const name = button.dataset.do ?? Object.keys(button.dataset).find((key) => key in actions);
  if (name) actions[name]?.(button);
});

/** @param {string} id a card to change before returning to the results */
function change(id) {
  const card = document.getElementById(id);
  steps.go(steps.stepOf(card), true);
  focus(card?.querySelector("legend, h3") ?? null);
}

/** @param {string} at the id of a field */
function lead(at) {
  const field = document.getElementById(at);
  if (field && steps.stepOf(field) !== steps.step()) steps.go(steps.stepOf(field), true);
  focus(field);
}

/** @param {string} step */
function move(step) {
  hideSummary();
  steps.go(step);
  steps.arrive();
}

/**
 * Put an opened state into the form, put the previous one aside, and compute. If the state cannot
 * be drawn, nothing changes.
 * @param {import("./state.js").State} state @param {string} since HTML, or empty
 * @param {string} [step] where to go
 */
function put(state, since, step = OUTCOME) {
  const former = collect();
  try {
    restore(state);
    refresh();
  } catch {
    restore(former);
    refresh();
    return false;
  }
  arrive(former, step, false);
  showSince(since);
  return true;
}

/**
 * Go to the form that has just been drawn in place of another.
 * @param {import("./state.js").State} former @param {string} step @param {boolean} owned
 */
function arrive(former, step, owned) {
  if (own && !isBlank(former)) {
    const text = JSON.stringify({ ...former, edition, step: steps.step(), opened: false });
    putAside({ why: "replaced", text });
  }
  own = owned;
  forgetRemoved();
  showAside();
  hideSummary();
  steps.go(step);
  steps.arrive();
  send();
}

/** Restore a text that was put aside. @param {string} text */
async function putBack(text) {
  const former = collect();
  const state = drawn(text, edition, refresh);
  if (state) {
    dropAside(text);
    arrive(former, steps.isStep(state.step) ? state.step : OUTCOME, true);
    showSince("");
    return;
  }
  restore(former);
  refresh();
  await opened(text, true);
}

/** Open an earlier stored text like a file. @param {string} text @param {boolean} mayReplace */
async function opened(text, mayReplace) {
  let step = OUTCOME;
  try {
    step = steps.isStep(JSON.parse(text).step) ? JSON.parse(text).step : OUTCOME;
  } catch {
    // Python reports what is wrong with it
  }
  const done = await openStored(filing, text, step, mayReplace);
  if (done === "whole") dropAside(text);
  showAside();
  if (done !== "no") sendOwn();
}

function clear() {
  clearTimeout(sending);
  figures = null;
  restore(nothing());
  refresh();
  empty();
  showSince("");
  steps.go("who");
}

function start() {
  mended();
  showState("loading");
  engine.start();
  const state = collect();
  if (!isEmptyState(state)) engine.read(state, steps.step() === OUTCOME);
}

/**
 * Draw the first stored state that can be drawn; put those aside that cannot, before anything
 * replaces them.
 * @returns {{first: string, unread: string[]}} the first step, and the texts that Python has to
 * read
 */
function begin() {
  const unread = [];
  for (const text of stored()) {
    const state = drawn(text, edition, refresh);
    if (state) {
      dropAside(text);
      own = !state.opened;
      const step = history.state?.step ?? state.step;
      return { first: steps.isStep(step) ? step : "who", unread };
    }
    putAside({ why: "unread", text });
    unread.push(text);
  }
  return { first: "who", unread };
}

function named() {
  const award = namedAward();
  const card = award && cardFor(award);
  if (!card) return;
  refresh();
  steps.go(steps.stepOf(card));
  focus(card.querySelector("legend"));
  sendOwn();
}

/** Follow the request in the address. */
function arrived() {
  named();
  openLinked(filing);
}

/** Start the form as soon as its parts have arrived. */
async function init() {
  await addParts(root);
  startPicker();
  const { first, unread } = begin();
  showAside();
  startScenario(root, engine, collect, send);
  refresh();
  steps.startSteps((step) => {
    if (step === "check") writeCheck(figures);
    offerPossible();
    doubt();
    if (step === OUTCOME) {
      send();
      offerAwards();
    } else if (!isPressed()) remember({ ...collect(), edition, step }, own);
  });
  steps.open(first);
  for (const part of ["wizard-totals", "wizard-file"]) byId(part).hidden = false;
  start();
  arrived();
  window.addEventListener("hashchange", arrived);
  window.addEventListener("pageshow", ({ persisted }) => persisted && start()); // see line.js
  if (isBlank(collect())) for (const text of unread) await opened(text, false);
}

root.dataset.started = "yes";
init().catch((error) => {
  giveUp();
  leaveForgetting();
  throw error;
});
