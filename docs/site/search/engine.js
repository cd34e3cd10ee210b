// The search itself: MiniSearch over our tokens, with the words of readers and pinyin.

import MiniSearch from "minisearch"
import { lacking } from "./lacking.js"
import { Pinyin } from "./pinyin.js"
import { runTogether } from "./run-together.js"
import { nearest, oneWrong } from "./spelling.js"
import { normalise, tokens } from "./text.js"
import { numbersOf, wholeId } from "./ids.js"
import { below, escapeHtml, excerpt, marked, named, told } from "./show.js"

/** @typedef {import("./text.js").Token} Token */
/** @typedef {Map<string, Token>} Wanted what is looked for, by token */
/** @typedef {{title: string, text: string, location: string, tokens?: Set<string>}} Part */
/**
 * A page; `number` is that of a clause, which leaves out what follows from it (see `filledIn`).
 * @typedef {{number?: number, chapter?: any, name: string, text: string, location: string, title: string,
 *   awards: string, keys: string, more: string, clause: string, place: number, parts: Part[],
 *   plain?: Record<string, string>}} Doc
 */
/**
 * What the index of one language holds besides its pages (docs/site/search).
 * @typedef {{language: string, edition: string, heading: string, chapters: string[], pinyin: string,
 *   simplified: [traditional: string, simplified: string], data: string, other: string,
 *   lexicon: string[],
 *   lacking: string, editions?: string, name?: string}} Config `editions` is the file of the other editions; `name`
 *   is that of an edition that is not in front
 */
/** @typedef {{config: Config, docs: any[]}} Index the data of one language */

/** Fields of a page and what a word in each is worth. */
const FIELDS = { name: 5, awards: 3, keys: 2.5, text: 1.2, more: 0.6 }

/** Below this a page shares stray characters with the query and nothing more. */
const FLOOR = 0.2

/** What a query is worth that is the readers' word for something of a single page. */
const NAMED = 8

/** Added to what is wanted if letters were read as pinyin; no text has it. */
const PINYIN = "~"

/** Words that say how something is asked, not what is asked for. */
const QUESTION = /多少钱|是多少|有多少|多少|怎么办|怎么样|怎么|如何|什么|哪些|哪个|可以|能不能|能否|是否|有没有|有吗|请问|我们|我想|我的|想要|需要|吗|呢|的|了|啊/g
const STOP = new Set(("a an and are as at by can could do does for from get give given how i if in into is it " +
  "many me much my of on or our receive the there this to under up us we what when where which who will with you your").split(" "))

/** Words in so many clauses that they decide nothing next to any other word. */
const COMMON = new Set(["补助", "补贴", "奖励", "奖补", "政策", "支持", "企业", "申请", "申报", "条件", "资金", "标准",
  "subsidy", "grant", "reward", "support", "policy", "enterpris", "company", "fund", "award", "money", "condition", "apply"])

export class Search {
  /** @param {Index} index */
  constructor({ config, docs }) {
    this.simplified = simplification(config.simplified)
    this.edition = config.name
    this.english = config.language === "en"
    this.pinyin = new Pinyin(config.pinyin)
    const chapters = config.chapters.map((name, place) =>
      ({ location: `${config.edition}/chapter-${place + 1}/`, name, text: "" }))
    /** @type {Doc[]} */
    this.docs = [...docs, ...chapters].map((doc, place) => filledIn(doc, place, config))
    this._addReadersWords(config.lexicon)
    this.chinese = this.english ? [] : this.docs.map(doc => this._plain(doc, "name", "awards", "text", "keys", "more"))
    this.lacking = config.lacking
    /** @type {{whole: string, docs: Doc[]}} */
    this.asked = { whole: "", docs: [] }
    /** @type {Set<string>} */
    this.vocabulary = new Set()
    /** @type {Map<string, string>} each word of letters as it is written, and its stem */
    this.written = new Map()
    // apart, so that one page more or less does not change how the clauses rank among themselves
    this.indexes = [this.docs.filter(doc => doc.number), this.docs.filter(doc => !doc.number)].map(docs => this._index(docs))
  }

  /** @param {Doc[]} docs */
  _index(docs) {
    const index = new MiniSearch({
      fields: [...Object.keys(FIELDS), "clause"],
      idField: "place",
      tokenize: text => this._indexed(text),
      processTerm: term => term,
      searchOptions: { combineWith: "OR" },
    })
    index.addAll(docs)
    return index
  }

  /**
   * The words of readers belong to the clauses that name a thing or describe it.
   * @param {Config["lexicon"]} lexicon
   */
  _addReadersWords(lexicon) {
    const byNumber = /** @type {Map<number, Doc>} */ (new Map(this.docs.map(doc => [doc.number, doc])))
    for (const entry of lexicon) {
      const [words, numbers] = entry.split("\n ")
      const [named, told] = numbers.split(" ").map(numbersOf)
      for (const number of named) /** @type {Doc} */ (byNumber.get(number)).keys += `${words}\n`
      for (const number of [...named, ...told]) /** @type {Doc} */ (byNumber.get(number)).more += `${words}\n`
    }
  }

  /** @param {string} text */
  _indexed(text) {
    const found = tokens(normalise(text, this.simplified))
    for (const { token, typed } of found) {
      this.vocabulary.add(token)
      if (typed) this.written.set(typed, token)
    }
    return found.map(entry => entry.token)
  }

  /** @param {string} term @param {Wanted} wanted */
  _unknown(term, wanted) {
    return wanted.get(term)?.latin && !this.vocabulary.has(term)
  }

  /** The results for a query: groups of a page and its parts, best first. @param {string} text */
  query(text) {
    const wanted = this._wanted(text)
    if (!wanted.size) return []
    const terms = [...wanted.keys()]
    const found = this.indexes.flatMap(index => index.search(text, {
      tokenize: () => terms,
      boost: { ...FIELDS, clause: 1 },
      boostTerm: term => /** @type {Token} */ (wanted.get(term)).weight,
      // a word that the policy knows is meant as written
      prefix: term => !!this._unknown(term, wanted) && term.length > 2,
      weights: { fuzzy: 0, prefix: 0.6 },
    }))
    const whole = normalise(text, this.simplified).replace(/\s+/g, this.english ? " " : "").trim()
    const scored = found.map(result => ({
      doc: this.docs[result.id],
      score: result.score * this._coverage(result, wanted) * this._whole(this.docs[result.id], whole),
    })).sort((a, b) => b.score - a.score)
    const best = scored[0]?.score ?? 0
    const shown = scored.filter(entry => entry.score > Math.max(best * 0.02, FLOOR)).map(entry => this._shown(entry, wanted))
    const missing = wanted.has(PINYIN) ? "" : this._lacking(text)
    if (shown.length && missing) shown[0][0].title = told(this.lacking, missing) + shown[0][0].title
    return shown
  }

  /** The words of a query that the text does not have; empty where it has them all. @param {string} text */
  _lacking(text) {
    const plain = normalise(text, this.simplified).replace(QUESTION, " ")
    if (this.english) {
      const words = tokens(plain).filter(({ token, latin }) => latin && /^[a-z]{2}/.test(token) && !STOP.has(token))
      return words.filter(({ token, typed = "" }) => !this.vocabulary.has(token) && !runTogether(typed, this.vocabulary).length)
        .map(({ typed }) => typed).join(" ")
    }
    return lacking(plain, this.chinese)
  }

  /** What is looked for: tokens with their weight. @param {string} text */
  _wanted(text) {
    let plain = normalise(text, this.simplified)
    const without = plain.replace(QUESTION, " ")
    if (without.trim()) plain = without
    /** @type {Wanted} */
    const wanted = new Map()
    const add = (/** @type {Token} */ entry, factor = 1) => {
      const weight = entry.weight * factor
      if (!((wanted.get(entry.token)?.weight ?? -1) >= weight)) wanted.set(entry.token, { ...entry, weight })
    }
    if (/^\s*\d{1,2}\s*$/.test(plain)) add({ token: `§${Number(plain)}`, weight: 8 })
    const read = this._readPinyin(plain)
    const typed = read.length ? read : tokens(plain).filter(entry => !STOP.has(entry.token)).flatMap(entry => this._meant(entry))
    const entries = [...typed, ...this._corrected(plain)]
    const telling = entries.filter(entry => !entry.single && !COMMON.has(entry.token))
    for (const entry of entries) add(entry, telling.length && COMMON.has(entry.token) ? 0.25 : 1)
    return wanted
  }

  /**
   * What an unknown word of letters may mean: words run together (greenfactory), or else the
   * nearest ones besides what begins as it does. @param {Token} entry @returns {Token[]}
   */
  _meant(entry) {
    const { token, typed = "", latin } = entry
    if (!latin || this.vocabulary.has(token)) return [entry]
    const parts = runTogether(typed, this.vocabulary)
    if (parts.length) return parts.map(part => ({ token: part, weight: 1, latin }))
    const near = new Set(nearest(typed, [...this.written.keys(), ...this.written.values()])
      .map(word => this.written.get(word) ?? word))
    return near.size ? [...near].map(stem => ({ token: stem, weight: 1 / near.size, latin })) : [entry]
  }

  /** A run of Chinese with one character corrected, if no text has any two of them together. @param {string} plain */
  _corrected(plain) {
    const run = plain.replace(/\s+/g, "")
    const pairs = tokens(run).filter(entry => !entry.single)
    return pairs.some(({ token }) => this.vocabulary.has(token)) ? [] : oneWrong(run, this.chinese).flatMap(words => tokens(words))
  }

  /** Letters that are no word of the index but pinyin of words in the text. @param {string} plain */
  _readPinyin(plain) {
    const letters = plain.replace(/[\s']+/g, "")
    if (!/^(?=.*[a-z])[a-z\d]{3,40}$/.test(letters) || this._known(plain)) return []
    /** @type {Map<string, number>} */
    const all = new Map()
    const look = (/** @type {string[]} */ parts, /** @type {boolean} */ whole) => {
      for (const text of this.chinese)
        for (const [words, count] of this.pinyin.find(text, parts, whole))
          all.set(words, (all.get(words) ?? 0) + count)
    }
    const ways = this.pinyin.cut(letters)
    for (const parts of ways) if (parts.length > 1) look(parts, true)
    if (!all.size) {
      const pieces = this.pinyin.pieces(ways, this.chinese)
      if (pieces.length) return [{ token: PINYIN, weight: 0 }, ...pieces.flatMap(words => tokens(words))]
    }
    if (!all.size && letters.length <= 8) look([...letters], false)
    // the commonest words are what is meant: znzz is 智能制造 before anything rarer
    const ranked = [...all].sort((a, b) => b[1] - a[1]).slice(0, 3)
    return ranked.flatMap(([words], place) => [
      ...tokens(words).map(entry => ({ ...entry, weight: entry.weight / (1 + 2 * place) })),
      { token: PINYIN, weight: 0 },
    ])
  }

  /** @param {string} plain */
  _known(plain) {
    const words = tokens(plain).filter(entry => entry.latin)
    return words.length > 0 && words.every(({ token }) => this.vocabulary.has(token))
  }

  /**
   * The share of what was asked that a page holds, squared: one rare word is not enough.
   * @param {import("minisearch").SearchResult} result @param {Wanted} wanted
   */
  _coverage(result, wanted) {
    let sum = 0, held = 0
    const matched = new Set(result.queryTerms)
    for (const [token, { weight, single }] of wanted) {
      if (single && wanted.size > 1) continue
      const worth = Math.min(weight, 1)
      sum += worth
      if (matched.has(token)) held += worth
    }
    return sum ? (0.15 + held / sum) ** 2 : 1
  }

  /**
   * More for a page that holds the query as it was typed, most where it is another name of what few
   * pages tell of. @param {Doc} doc @param {string} whole
   */
  _whole(doc, whole) {
    if (whole.length < 2) return 1
    const named = this._otherNames(whole)
    if (named.includes(doc)) return 1 + NAMED / named.length
    if (this._plain(doc, "name").includes(whole)) return 1.6
    if (this._plain(doc, "awards").includes(whole)) return 1.3
    return this._plain(doc, "text").includes(whole) ? 1.15 : 1
  }

  /** The pages for which the query is one of the readers' words. @param {string} whole */
  _otherNames(whole) {
    if (this.asked.whole !== whole) {
      const docs = this.docs.filter(doc => `\n${this._plain(doc, "keys", "more")}\n`.includes(`\n${whole}\n`))
      this.asked = { whole, docs }
    }
    return this.asked.docs
  }

  /** @param {Doc} doc @param {Array<"name" | "awards" | "text" | "keys" | "more">} fields */
  _plain(doc, ...fields) {
    const plain = doc.plain ??= {}
    return fields.map(field => plain[field] ??= normalise(doc[field], this.simplified)).join("\n")
  }

  /** @param {{doc: Doc, score: number}} found @param {Wanted} wanted */
  _shown({ doc, score }, wanted) {
    const words = [...wanted].filter(([, entry]) => !entry.single || wanted.size === 1).map(([token]) => token)
    const held = new Map(doc.parts.map(part => [part, this._held(part, wanted)]))
    const most = doc.number ? 0 : Math.max(...held.values()) // of all departments those that fit best
    const parts = doc.parts.filter(part => /** @type {number} */ (held.get(part)) >= Math.max(0.5, most)).slice(0, 3)
    // a department is shown at its own place, unless the page of all is meant
    if (!doc.number && parts.length === 1 && most > this._held({ ...doc, text: "" }, wanted)) doc = { ...doc, ...parts.pop(), chapter: doc.title }
    const page = {
      location: doc.location, score, terms: {},
      title: named(marked(doc.title, words), this.edition), text: below(doc.chapter, excerpt(doc.text, words)),
    }
    // worth less than the page, whose text the theme would else leave out
    return [page, ...parts.map(part => ({
      location: part.location, score: score / 2, terms: {},
      title: named(marked(part.title, words), this.edition), text: marked(part.text, words),
    }))]
  }

  /** The share of the telling words that a part has. @param {Part} part @param {Wanted} wanted */
  _held(part, wanted) {
    const tokens = part.tokens ??= new Set(this._indexed(`${part.title} ${part.text}`))
    const telling = [...wanted].filter(([token, entry]) => !entry.single && !COMMON.has(token))
    return telling.filter(([token]) => tokens.has(token)).length / (telling.length || 1)
  }

  /**
   * The same pages and parts, found in the other language, by their titles in this one.
   * @param {Array<{location: string, title: string}>} group
   */
  inOwnWords(group) {
    const titles = new Map(this.docs.flatMap(doc => [doc, ...doc.parts]).map(of => /** @type {[string, string]} */ ([of.location, of.title])))
    return group.map(entry => ({ ...entry, title: escapeHtml(titles.get(entry.location) ?? "") || entry.title }))
  }
}

/**
 * A page with what its data leaves out: address, title, chapter, and place for readers' words.
 * @param {any} doc @param {number} place @param {Config} config
 * @returns {Doc}
 */
function filledIn(doc, place, config) {
  const page = { parts: [], ...doc, place, title: doc.name, awards: "", clause: "", chapter: "", keys: "", more: "" }
  if (!doc.number) {
    page.parts = page.parts.map((/** @type {string[]} */ [id, title]) => ({ title, text: "", location: `${doc.location}#${id}` }))
    page.text ||= page.parts.map((/** @type {Part} */ { title }) => title).join(" ")
    return page
  }
  const number = String(doc.number).padStart(2, "0")
  page.location = `${config.edition}/${number}/`
  page.parts = doc.parts.map((/** @type {string[]} */ [id, title, text]) => ({ title, text, location: `${page.location}#${wholeId(id, number)}` }))
  page.title = config.heading.replace("%d", doc.number) + doc.name
  page.awards = page.parts.map((/** @type {Part} */ part) => part.title).join("\n")
  page.clause = `第${doc.number}条`
  page.chapter = config.chapters[doc.chapter - 1]
  return page
}

/**
 * From [traditional characters, simplified ones]: each one's counterpart.
 * @param {Config["simplified"]} pair
 */
function simplification([traditional, simplified]) {
  const targets = Array.from(simplified)
  return Object.fromEntries(Array.from(traditional, (char, place) => [char, targets[place]]))
}
