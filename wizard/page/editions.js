// Compares the present answers under the edition of this page and under another one. The document of
// the other edition is fetched from this site only once the reader asks for it.

import { byId, fill, focus, renew, setText } from "./dom.js";
import { inThisTab } from "./tab.js";

const TITLE = "results-between-title";
const stored = inThisTab("wizard-against");

/** Whether the reader has just asked, and is led to the answer. */
let asked = false;

/**
 * @param {HTMLElement} root
 * @param {import("./engine.js").Engine} engine compares at each reading while `against` is set
 * @param {() => void} send sends the form to Python
 * @param {ReturnType<typeof import("./tables.js").tablesOf>} tables
 * @returns {Record<string, (button: HTMLElement) => void>} the actions of its buttons; none with one
 *   edition
 */
export function startEditions(root, engine, send, tables) {
  const box = document.getElementById("wizard-between");
  if (!box) return {};
  const choices = () => /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-against]"));

  /** @param {HTMLElement | null} chosen the button of an edition, or null */
  const choose = (chosen) => {
    engine.against = chosen ? new URL(chosen.dataset.against ?? "", document.baseURI).href : "";
    for (const one of choices()) one.setAttribute("aria-pressed", String(one === chosen));
    for (const part of box.querySelectorAll("[data-compared]"))
      /** @type {HTMLElement} */ (part).hidden = !chosen;
    stored.write(chosen?.dataset.day ?? "");
    if (!chosen) fill(byId("between-compared"));
  };
  // a reload goes on comparing; the first reading asks for it
  const before = [...choices()].find(({ dataset }) => dataset.day === stored.read());
  if (before) choose(before);
  root.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest('[data-do="forget"]')) choose(null);
  });

  /** @param {"listing" | "workbook"} kind */
  const take = (kind) => {
    const other = box.querySelector("[aria-pressed=true]");
    const days = [root.dataset.edition, other?.getAttribute("data-day")].sort();
    tables.make(kind, `changes-${days.join("-")}`, engine.against, "between-said");
  };
  /** @type {Record<string, (button: HTMLElement) => void>} */
  const actions = {
    against: (button) => {
      if (!engine.worker) return actions.betweenFailed(button);
      asked = true;
      choose(button);
      setText(byId("between-said"), box.dataset.loading ?? "");
      send();
    },
    betweenOff: () => {
      choose(null);
      setText(byId("between-said"), box.dataset.off ?? "");
      focus(choices()[0]);
    },
    betweenTitle: () => focus(byId("wizard-between-title")),
    betweenListing: () => take("listing"),
    betweenWorkbook: () => take("workbook"),
    betweenPrint: () => {
      root.dataset.printing = "between";
      addEventListener("afterprint", () => delete root.dataset.printing, { once: true });
      print();
    },
    betweenFailed: () => {
      choose(null);
      setText(byId("between-said"), box.dataset.failed ?? "");
    },
  };
  return actions;
}

/**
 * Show a comparison; focus and opened details stay.
 * @param {string} html empty if the document of the other edition could not be fetched
 * @param {() => void} failed
 */
export function showBetween(html, failed) {
  if (!html) return failed();
  renew(byId("between-compared"), html);
  setText(byId("between-said"), "");
  if (asked) focus(byId(TITLE));
  asked = false;
}
