// One page per step. Moving never loses an answer; the browser’s “back” works too.

import { asksOf, isAllUnsure } from "./asked.js";
import { byId, say, setText } from "./dom.js";

const STEPS = ["who", "what", "figures", "lists", "check", "results"];
const title = document.title;

let current = "who";
let toResults = false; // whether the applicant came from the results and will return there
/** @type {(step: string) => void} */
let hear = () => undefined;

export const step = () => current;

/** @param {string} [asked] a step of the page @returns {boolean} */
export const isStep = (asked) => STEPS.includes(asked ?? "");

/** @param {string} name */
const isAsked = (name) => name !== "figures" || asksOf("figures") || current === name;

/** @param {string} name whether to stop there on the way; who is sure of nothing gets the list */
const isOnTheWay = (name) => isAsked(name) && (name === "results" || !(current === "what" && isAllUnsure()));

/** @param {(step: string) => void} moved */
export function startSteps(moved) {
  hear = moved;
  window.addEventListener("popstate", ({ state }) => {
    if (!isStep(state?.step)) return history.replaceState(here(), "");
    toResults = state.toResults === true;
    show(state.step);
    arrive();
  });
  byId("wizard-steps").hidden = false;
}

const here = () => ({ step: current, toResults });

/** Show a step without moving the focus, as when the page opens. @param {string} name */
export function open(name) {
  show(name);
  history.replaceState(here(), "");
}

/** Go to a step at the applicant's request. @param {string} name @param {boolean} [fromResults] */
export function go(name, fromResults = false) {
  toResults = fromResults && name !== "results";
  if (name !== current) history.pushState({ step: name, toResults }, "");
  else history.replaceState({ step: name, toResults }, "");
  show(name);
}

/** Focus the heading of the step and scroll to its start. */
export function arrive() {
  const heading = document.querySelector(`section[data-step="${current}"] h2`);
  byId("wizard-steps").scrollIntoView();
  if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
}

export function next() {
  const later = STEPS.slice(STEPS.indexOf(current) + 1);
  go(later.find(isOnTheWay) ?? current, toResults);
}

export function back() {
  const earlier = STEPS.slice(0, STEPS.indexOf(current)).reverse();
  go(earlier.find(isAsked) ?? current);
}

/** @param {string} name */
function show(name) {
  current = name;
  for (const section of document.querySelectorAll("#wizard section[data-step]"))
    /** @type {HTMLElement} */ (section).hidden = section.getAttribute("data-step") !== name;
  byId("wizard-form").hidden = name === "results";
  for (const part of document.querySelectorAll("#wizard [data-only-at]"))
    /** @type {HTMLElement} */ (part).hidden = part.getAttribute("data-only-at") !== name;
  const turn = /** @type {Element} */ (document.querySelector(".wizard-turn"));
  const [backButton, main, returning] = [...turn.querySelectorAll("button")];
  backButton.hidden = name === "who";
  setText(main, say(name === "check" ? "see_results" : "continue"));
  returning.hidden = !toResults || name === "check";
  document.title = `${say(`step_${name}`)} · ${title}`;
  refreshSteps();
  hear(name);
}

/** Mark the present step; steps without questions are left out. */
export function refreshSteps() {
  for (const button of byId("wizard-steps").querySelectorAll("button")) {
    const name = button.dataset.stepTo ?? "";
    if (name === current) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
    /** @type {HTMLElement} */ (button.parentElement).hidden = !isAsked(name);
  }
}

/** @param {Element | null} element returns the step that contains it */
export const stepOf = (element) => element?.closest("section[data-step]")?.getAttribute("data-step") ?? current;
