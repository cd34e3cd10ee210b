// The results as spreadsheet files, which Python writes, and on paper with the date.

import { offerCopy } from "./copy.js";
import { byId, say, setText } from "./dom.js";
import { hand } from "./files.js";

const TYPES = {
  listing: ["csv", "text/csv;charset=utf-8"],
  workbook: ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
};

/**
 * @param {HTMLElement} root
 * @param {import("./engine.js").Engine} engine
 * @param {() => object} collect returns the present form
 * @param {(text: string) => void} tell
 */
export function tablesOf(root, engine, collect, tell) {
  /** @param {"listing" | "workbook"} kind */
  const make = async (kind) => {
    const [ending, type] = TYPES[kind];
    const name = `results-${root.dataset.edition}.${ending}`;
    tell(say("making"));
    try {
      const language = new URL(root.dataset.home ?? "../", document.baseURI).href;
      const state = collect();
      const content = await engine.table(kind, state, language);
      hand(/** @type {BlobPart} */ (content), type, name);
      tell(say("taken", { name }));
      const text = kind === "listing" ? content : await engine.table("listing", state, language).catch(() => "");
      if (text) offerCopy(String(text).replace(/^\uFEFF/, ""), byId("wizard-taken"));
    } catch (why) {
      tell(say(why === "unfetched" ? "taken_unfetched" : "taken_not"));
    }
  };
  const day = () => {
    const name = /** @type {HTMLInputElement} */ (byId("enterprise.name")).value.trim();
    setText(byId("wizard-printed-for"), name && say("printed_for", { name }));
    const language = root.dataset.language === "zh" ? "zh-CN" : "en-GB";
    setText(byId("wizard-printed"), new Date().toLocaleDateString(language, { dateStyle: "long" }));
  };
  day();
  addEventListener("beforeprint", day); // the page may have been open overnight
  return { listing: () => make("listing"), workbook: () => make("workbook"), print: () => print() };
}
