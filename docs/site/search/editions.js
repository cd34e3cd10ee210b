// The editions that are not in front: their data leave out what they share with the one in front.
// The worker loads this script only on a site of several editions.

import { numbersOf, wholeId, writtenAs } from "./ids.js"

/** @typedef {import("./engine.js").Index} Index */
/**
 * A clause of another edition: `same` is the number of the clause with its words in the edition in
 * front, `like` of the clause with its key and other words there.
 * @typedef {{number: number, chapter: number, same?: number, like?: number}} Doc
 */
/** @typedef {{edition: string, name: string, chapters: string[], docs: Doc[]}} Other */

Object.assign(self, {
  /** The data of each edition in full. @param {Other[]} others @param {Index} front */
  filledEditions: (others, front) => others.map(other => filled(other, front)),
})

/** @param {Other} other @param {Index} front @returns {Index} */
function filled({ edition, name, chapters, docs }, { config, docs: there }) {
  const byNumber = new Map(there.map(doc => [doc.number, doc]))
  const here = new Map(docs.map(doc => [doc.same ?? doc.like, doc.number]))
  const moved = (/** @type {string} */ written) =>
    writtenAs(numbersOf(written).flatMap(number => here.get(number) ?? []))
  return {
    config: {
      ...config, edition, name, chapters,
      lexicon: config.lexicon.map(entry => {
        const [words, numbers] = entry.split("\n ")
        return `${words}\n ${numbers.split(" ").map(moved).join(" ")}`
      }),
    },
    docs: docs.map(doc => doc.same ? { ...shared(byNumber.get(doc.same), doc), ...doc } : doc),
  }
}

/** What two editions share of a clause; ids keep the number that they begin with. @param {any} there @param {Doc} here */
function shared(there, here) {
  if (there.number === here.number) return there
  const number = String(there.number).padStart(2, "0")
  const parts = there.parts.map((/** @type {string[]} */ [id, ...shown]) => [`=${wholeId(id, number)}`, ...shown])
  return { ...there, parts }
}
