// Both languages: what the index of the page's language does not know is asked of the other one's,
// which is loaded only then. A reader of the Chinese pages may type English, and one of the English
// pages Chinese or pinyin.

import { Search } from "./engine.js"

export class Searches {
  /**
   * @param {import("./engine.js").Index} own the index of the page's language
   * @param {() => Promise<any>} load loads the other language's index
   */
  constructor(own, load) {
    this.own = new Search(own)
    this.load = load
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
}
