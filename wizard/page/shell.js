// The page: puts the form, the worker and the results together. It knows no rule of the policy.

import { addClaim, addPaid, allCards, collect, refresh, removeCard, restore } from "./cards.js";
import { byId, focus, say, setText } from "./dom.js";
import { Engine } from "./engine.js";
import { fileName, open, save } from "./files.js";
import { clearNotes, showNotes, showSummary } from "./notes.js";
import { clearOutcome, showResults, showState, showTotals } from "./outcome.js";
import { startPicker } from "./picker.js";
import { forget, recall, remember } from "./session.js";

const root = byId("wizard");
const form = byId("wizard-form");
const PAUSE = 250;

/** @type {any} the last answer of Python that fits what is in the form now, or null */
let figures = null;
/** @type {any} the form before the last removal */
let before = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let sending;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;
let composing = false;
let pressed = false;
let doings = 0; // how often the applicant has done something
/** @type {Map<string, () => void>} repaints that wait until the pointer is up */
const held = new Map();

const engine = new Engine(root, {
  ready: () => {
    root.dataset.engine = "ready";
    showState(allCards().length ? "working" : "outcome_empty");
  },
  figures: (answer) => {
    figures = answer;
    paint("figures", () => {
      byId("wizard-fault").hidden = true;
      showNotes(answer, false);
      showTotals(answer.totals);
    });
    clearTimeout(settling);
    settling = setTimeout(() => paint("notes", () => figures && showNotes(figures, true)), 1000);
  },
  results: (html) => paint("results", () => showResults(html)),
  fault: (fault) => {
    const box = byId("wizard-fault");
    delete root.dataset.engine;
    setText(/** @type {Element} */ (box.querySelector("p")), say(`fault_${fault}`));
    const retry = /** @type {HTMLElement} */ (box.querySelector("button"));
    retry.hidden = fault === "features";
    box.hidden = false;
    showState("");
  },
});

/** Repaint now, or when the pointer is up again: a page that moves loses the click. */
/** @param {string} what @param {() => void} how */
function paint(what, how) {
  if (pressed) held.set(what, how);
  else how();
}

function send() {
  clearTimeout(sending);
  if (composing) return;
  const state = collect();
  remember(state);
  if (state.claims.length + state.paid.length === 0) {
    empty();
    return;
  }
  engine.read(state);
}

function empty() {
  figures = null;
  engine.drop();
  clearOutcome();
}

function changed() {
  figures = null;
  clearTimeout(sending);
  sending = setTimeout(send, PAUSE);
}

form.addEventListener("compositionstart", () => (composing = true));
form.addEventListener("compositionend", () => {
  composing = false;
  changed();
});
form.addEventListener("input", ({ target }) => {
  if (target instanceof Element && target.closest(".wizard-picker")) return;
  clearNotes(target);
  refresh();
  changed();
});
form.addEventListener("focusout", () => figures && paint("notes", () => figures && showNotes(figures, false)));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!figures) send();
  const asked = ++doings;
  await answered(engine.patience);
  if (asked !== doings) return; // the applicant has gone on meanwhile
  if (figures) showNotes(figures, true);
  if (!showSummary()) focus(byId("wizard-outcome-title"));
});
for (const name of ["input", "click"]) root.addEventListener(name, () => doings++, true);

document.addEventListener("pointerdown", () => (pressed = true), true);
for (const name of ["pointerup", "pointercancel"])
  document.addEventListener(name, () => setTimeout(release), true);

function release() {
  pressed = false;
  const waiting = [...held.values()];
  held.clear();
  for (const how of waiting) how();
}

/** Wait until Python has read what is in the form, for so many milliseconds at most. */
/** @param {number} patience */
async function answered(patience) {
  for (let waited = 0; waited < patience && !figures && engine.worker; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** @type {Record<string, (button: HTMLElement) => void>} */
const actions = {
  pay: () => appear(addPaid()),
  remove: (button) => {
    const card = /** @type {HTMLElement} */ (button.closest(".wizard-card"));
    const next = card.nextElementSibling ?? card.previousElementSibling;
    const list = /** @type {Element} */ (card.parentElement);
    before = collect();
    removeCard(card);
    const line = byId("wizard-undo");
    setText(/** @type {Element} */ (line.querySelector("span")), say("removed", { name: card.dataset.name ?? "" }));
    line.hidden = false;
    list.after(line);
    focus(next?.querySelector("legend") ?? line.querySelector("button"));
    send();
  },
  undo: () => {
    restore(before);
    byId("wizard-undo").hidden = true;
    focus(byId("wizard-claims").querySelector("legend"));
    send();
  },
  save: async () => {
    if (!figures) send();
    await answered(1500);
    const edition = root.dataset.edition ?? "";
    const { claims = [], paid = [] } = figures?.application ?? {};
    const answers = { ...collect(), read: figures !== null };
    const name = fileName(edition);
    save({ edition, claims, paid, answers }, name);
    filed(say("saved", { name }));
  },
  forget: () => {
    clearTimeout(sending);
    forget();
    before = null;
    restore({ form: 1, claims: [], paid: [] });
    byId("wizard-undo").hidden = true;
    byId("wizard-errors").hidden = true;
    byId("wizard-forget").removeAttribute("open");
    empty();
    filed(say("forgotten"));
    focus(byId("wizard-forget").querySelector("summary"));
  },
  retry: () => {
    byId("wizard-fault").hidden = true;
    start();
  },
};

root.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("button");
  if (!(button instanceof HTMLElement)) return;
  if (button.dataset.add) appear(addClaim(button.dataset.add));
  else if (button.dataset.do) actions[button.dataset.do](button);
});

/** @param {HTMLElement | null} card */
function appear(card) {
  focus(card?.querySelector("legend") ?? null);
  send();
}

/** @param {string} text @param {string} [detail] */
function filed(text, detail = "") {
  const line = byId("wizard-filed");
  setText(line, text);
  if (!detail) return;
  const why = document.createElement("span");
  why.textContent = detail;
  line.append(document.createElement("br"), why);
}

byId("wizard-open").addEventListener("change", async ({ target }) => {
  const input = /** @type {HTMLInputElement} */ (target);
  const file = input.files?.[0];
  if (!file) return;
  const { said, state, why } = await open(file, (text) => engine.open(text));
  input.value = "";
  filed(said, why);
  if (!state) return;
  restore(state);
  byId("wizard-errors").hidden = true;
  send();
});

function start() {
  showState("loading");
  engine.start();
  if (allCards().length) engine.read(collect());
}

try {
  const kept = recall();
  if (kept) restore(kept);
} catch {
  restore({ form: 1, claims: [], paid: [] });
}
for (const part of [form, byId("wizard-outcome"), byId("wizard-file")]) part.hidden = false;
root.dataset.started = "yes";
startPicker();
refresh();
start();
