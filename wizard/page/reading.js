// The present form and Python's answer to it: what is sent, and what of an answer is shown.

import { refreshAsked, setSpare } from "./asked.js";
import { hide, hideAwards, showAwards } from "./awards.js";
import { writeCheck } from "./check.js";
import { byId } from "./dom.js";
import { refreshNames } from "./naming.js";
import { hideSummary, showDoubts, showNotes, showOutside } from "./notes.js";
import { refreshOffers } from "./offers.js";
import { clearOutcome, isStateShown, offerTaking, showNoTotal, showState } from "./outcome.js";
import { refreshPossible } from "./possible.js";
import { remember } from "./session.js";
import { collect, isEmptyState, ticked } from "./state.js";
import * as steps from "./steps.js";
import { refreshSubjects } from "./subjects.js";
import { refreshTakeovers } from "./takeover.js";

export const OUTCOME = "results";

/** The form of this page, as far as it is read. */
export class Reading {
  /** @param {string} edition */
  constructor(edition) {
    this.edition = edition;
    /** @type {import("./engine.js").Engine} set before anything is read */
    this.engine = /** @type {any} */ (null);
    /** @type {any} the last answer of Python if it matches the present form, or null */
    this.figures = null;
    this.faulty = false; // the last question could not be computed
    this.composing = false; // an input method has not finished
    this.own = true; // whether the applicant has answered anything, beyond a link or file
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.sending = undefined;
  }

  /** If nothing can be computed, show the awards of the ticked topics as results. */
  offerAwards() {
    hide(document.querySelector(".wizard-scenario"), this.faulty || isEmptyState(collect()));
    if (!this.faulty) return hideAwards();
    showState("no_result");
    showAwards(byId("wizard-results"), ticked("topics"));
  }

  recovered() {
    byId("wizard-fault").hidden = true;
    this.faulty = false;
    this.offerAwards();
  }

  /** @param {any} answer @param {boolean} all */
  show(answer, all) {
    showNotes(answer, all);
    showOutside(answer.outside);
    setSpare(answer.spare);
    refreshAsked();
    if (steps.step() === "check") writeCheck(answer);
    this.doubt();
  }

  /** Show the answer to the present form, if there is one. @param {boolean} all */
  showAgain(all) {
    if (this.figures) this.show(this.figures, all);
  }

  /** Ask again about doubtful figures on the pages that show them without their fields. */
  doubt() {
    showDoubts(this.figures !== null && ["check", OUTCOME].includes(steps.step()));
  }

  /** Show what may concern the reader; while nothing is answered there is nothing else. */
  offerPossible() {
    refreshPossible(steps.step());
    const empty = isEmptyState(collect());
    if (empty) showNoTotal();
    offerTaking(!empty);
  }

  /** Update everything that depends on the form. */
  refresh() {
    refreshSubjects();
    refreshOffers();
    refreshAsked();
    refreshTakeovers();
    refreshNames();
    this.offerPossible();
    steps.refreshSteps();
  }

  /** Send the present form to Python at once. */
  send() {
    clearTimeout(this.sending);
    if (this.composing) return;
    this.figures = null;
    const state = collect();
    this.remember(state);
    if (isEmptyState(state)) return this.empty();
    if (isStateShown() && !this.faulty) showState(this.engine.ready ? "working" : "loading");
    this.engine.read(state, steps.step() === OUTCOME);
  }

  /** Send the form after the applicant has answered something. */
  sendOwn() {
    this.own = true;
    this.send();
  }

  /** Send the form once the applicant pauses. */
  changed() {
    this.figures = null;
    clearTimeout(this.sending);
    this.sending = setTimeout(() => this.send());
  }

  /** Keep the form over a reload. @param {object} state @param {string} [step] */
  remember(state, step = steps.step()) {
    remember({ ...state, edition: this.edition, step }, this.own);
  }

  /** Forget the answer to a form that is no longer there. */
  drop() {
    clearTimeout(this.sending);
    this.figures = null;
  }

  empty() {
    this.engine.drop();
    setSpare({});
    showOutside(null);
    hideSummary();
    clearOutcome();
    this.offerPossible();
    this.offerAwards();
    this.doubt();
  }

  /** Wait until Python has read the present form, up to a number of milliseconds. @param {number} patience */
  async answered(patience) {
    const nothingToRead = isEmptyState(collect());
    for (let waited = 0; waited < patience && !nothingToRead && !this.figures && this.engine.worker; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** The application as understood, with the form as typed. @param {number} patience */
  async application(patience) {
    if (!this.figures) this.send();
    await this.answered(patience);
    const { claims = [], paid = [], answers } = this.figures?.application ?? {};
    const read = { read: this.figures !== null, assessed: this.figures?.assessed };
    return { edition: this.edition, claims, paid, answers: { ...answers, ...collect(), ...read } };
  }
}
