// Searches in both languages and in all editions.
//
// Both languages: what the index of the page's language does not know is asked of the other one's,
// which is loaded only then. A reader of the Chinese pages may type English, and one of the English
// pages Chinese or pinyin. What is found in other editions follows what the edition in front has.

import { Search } from "./engine.js"

export class Searches {
  /**
   * @param {import("./engine.js").Index} own the index of the page's language
   * @param {() => Promise<any>} load loads the other language's index
   * @param {() => Promise<any[]>} [loadEditions] loads the indexes of the editions not in front
   */
  constructor(own, load, loadEditions) {
    this.own = new Search(own)
    this.load = load
    this.loadEditions = loadEditions
    /** @type {Search[] | undefined} */
    this.editions = loadEditions ? undefined : []
    /** @type {Promise<Search | null> | undefined} */
    this.other = undefined
  }

  /** The results for a query: groups of a page and its parts, best first. @param {string} text */
  async query(text) {
    const found = this.own.query(text)
    if (found.length || !/[\p{Letter}]{2}/u.test(text)) return found
    this.other ??= this.load().then(index => new Search(index), () => null)
    const other = await this.other
    return other ? other.query(text).map(group => this.own.inOwnWords(group)) : []
  }

  /** Loads the other editions; they are tried again if that fails. */
  async addEditions() {
    if (this.editions || !this.loadEditions) return
    try {
      this.editions = (await this.loadEditions()).map(index => new Search(index))
    } catch { /* the next query tries again */ }
  }

  /** What the other editions have, the latest first; none until they are loaded. @param {string} text */
  inOtherEditions(text) {
    return (this.editions ?? []).flatMap(edition => edition.query(text))
  }
}
