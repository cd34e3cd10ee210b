// The page: connects the form, the worker and the results. It knows no rule of the policy.

import { actionsOf, tick } from "./actions.js";
import { cardFor, claimAnew, namedAward } from "./arrive.js";
import { showAside, startAside } from "./aside.js";
import { giveUp } from "./awards.js";
import { writeCheck } from "./check.js";
import { copyOut } from "./copy.js";
import { byId, focus, say, setText } from "./dom.js";
import { showBetween, startEditions } from "./editions.js";
import { Engine } from "./engine.js";
import { pasteApart } from "./fields.js";
import { leaveForgetting, openLinked, startFiling } from "./filing.js";
import { keepForLater } from "./keeping.js";
import { clearNotes, hideSummary, putRight, questionAt, showSummary } from "./notes.js";
import { isStateShown, openRow, showNear, showNext, showResults, showSince, showState, showTotals } from "./outcome.js";
import { dropHeld, isPressed, paint } from "./paint.js";
import { addParts } from "./parts.js";
import { startPicker } from "./picker.js";
import { OUTCOME, Reading } from "./reading.js";
import { replacing } from "./replacing.js";
import { showCompared, startScenario } from "./scenario.js";
import { startStoring } from "./session.js";
import { linkTo } from "./share.js";
import { collect, isBlank, isEmptyState } from "./state.js";
import * as steps from "./steps.js";
import { openSure } from "./sure.js";
import { tablesOf } from "./tables.js";

const root = byId("wizard");
const form = byId("wizard-form");
const edition = root.dataset.edition ?? "";
startStoring(edition, !root.dataset.home);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;
let interactionCount = 0; // the number of the applicant's actions

const reading = new Reading(edition);
const engine = new Engine(root, {
  ready: () => {
    root.dataset.engine = "ready";
    keepForLater(root);
    if (isEmptyState(collect())) showState("outcome_empty");
    else if (isStateShown()) showState("working"); // otherwise the results came first
  },
  figures: (answer) => {
    reading.figures = answer;
    paint("figures", () => {
      reading.recovered();
      reading.show(answer, false);
      showTotals(answer.totals);
      showNext(answer.next, answer.next ? questionAt(answer.next) : "");
    });
    clearTimeout(settling);
    settling = setTimeout(() => paint("notes", () => reading.showAgain(true)), 1000);
  },
  results: (html) => paint("results", () => showResults(html)),
  near: (html) => paint("near", () => showNear(html)),
  compared: (html) => paint("compared", () => showCompared(html)),
  between: (html) => paint("between", () => showBetween(html, () => actions.betweenFailed(root))),
  fault: (fault) => {
    dropHeld();
    const box = byId("wizard-fault");
    delete root.dataset.engine;
    setText(/** @type {Element} */ (box.querySelector("p")), say(`fault_${fault}`));
    const retry = /** @type {HTMLElement} */ (box.querySelector("button"));
    retry.hidden = fault === "features";
    box.hidden = false;
    reading.faulty = true;
    reading.offerAwards();
  },
});
reading.engine = engine;

const refresh = () => reading.refresh();
const send = () => reading.send();
const sendOwn = () => reading.sendOwn();
const { filing, putBack, opened, begin } = replacing(reading);

form.addEventListener("compositionstart", () => (reading.composing = true));
form.addEventListener("compositionend", () => {
  reading.composing = false;
  refresh();
  reading.changed();
});
form.addEventListener("paste", pasteApart);
form.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLElement) || target.closest(".wizard-picker")) return;
  reading.own = true;
  clearNotes(target);
  if (reading.composing) return;
  if (target instanceof HTMLInputElement && target.dataset.offer) tick(target);
  refresh();
  reading.changed();
});
form.addEventListener("focusout", () => reading.figures && paint("notes", () => reading.showAgain(false)));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!reading.figures) send();
  const asked = ++interactionCount;
  if (engine.ready) await reading.answered(engine.patience);
  if (asked !== interactionCount) return; // the applicant has continued meanwhile
  reading.showAgain(true);
  const last = steps.step() === "check";
  const here = (/** @type {string} */ at) =>
    last || steps.stepOf(document.getElementById(at)) === steps.step();
  if (reading.figures && showSummary(here)) return;
  hideSummary();
  steps.next();
  if (openSure(steps.step(), refresh)) {
    refresh();
    sendOwn();
  }
  steps.arrive();
});
for (const name of ["input", "click"]) root.addEventListener(name, () => interactionCount++, true);

const tables = tablesOf(root, engine, collect);

/** @type {Record<string, (button: HTMLElement) => void>} by `data-do`, or by the attribute itself */
const actions = {
  ...actionsOf({ refresh, send: sendOwn }),
  ...startAside(putBack),
  ...startFiling(filing),
  ...tables.actions,
  ...startEditions(root, engine, send, tables),
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
    reading.application(0).then((known) => linkTo(known, other.href)).then((address) => location.assign(address));
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

function start() {
  reading.recovered();
  showState("loading");
  engine.start();
  const state = collect();
  if (!isEmptyState(state)) engine.read(state, steps.step() === OUTCOME);
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
    if (step === "check") writeCheck(reading.figures);
    reading.offerPossible();
    reading.doubt();
    if (step === OUTCOME) {
      send();
      reading.offerAwards();
    } else if (!isPressed()) reading.remember(collect(), step);
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
