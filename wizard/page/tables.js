// The results as spreadsheet files, which Python writes, and on paper with the date.

import { offerCopy } from "./copy.js";
import { byId, say, setText } from "./dom.js";
import { hand } from "./files.js";
import { drawn } from "./subjects.js";

const TYPES = {
  listing: ["csv", "text/csv;charset=utf-8"],
  workbook: ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
};

/**
 * @param {HTMLElement} root
 * @param {import("./engine.js").Engine} engine
 * @param {() => object} collect returns the present form
 */
export function tablesOf(root, engine, collect) {
  /**
   * @param {"listing" | "workbook"} kind @param {string} called the name of the file
   * @param {string} against the other edition of a comparison, or empty
   * @param {string} place the id of the line that says what was done
   */
  const make = async (kind, called, against, place) => {
    const [ending, type] = TYPES[kind];
    const name = `${called}.${ending}`;
    const tell = (/** @type {string} */ text) => setText(byId(place), text);
    tell(say("making"));
    try {
      const language = new URL(root.dataset.home ?? "../", document.baseURI).href;
      const state = collect();
      const content = await engine.table(kind, state, language, against);
      hand(/** @type {BlobPart} */ (content), type, name);
      tell(say("taken", { name }));
      const text = kind === "listing" ? content : await engine.table("listing", state, language, against).catch(() => "");
      if (text) offerCopy(String(text).replace(/^\uFEFF/, ""), byId(place));
    } catch (why) {
      tell(say(why === "unfetched" ? "taken_unfetched" : "taken_not"));
    }
  };
  const day = () => {
    const name = drawn(/** @type {HTMLInputElement} */ (byId("enterprise.name")).value);
    setText(byId("wizard-printed-for"), name && say("printed_for", { name }));
    const language = root.dataset.language === "zh" ? "zh-CN" : "en-GB";
    setText(byId("wizard-printed"), new Date().toLocaleDateString(language, { dateStyle: "long" }));
  };
  day();
  addEventListener("beforeprint", day); // the page may have been open overnight
  const results = `results-${root.dataset.edition}`;
  const actions = {
    listing: () => make("listing", results, "", "wizard-taken"),
    workbook: () => make("workbook", results, "", "wizard-taken"),
    print: () => print(),
  };
  return { make, actions };
}
