// How text becomes search tokens, for both the pages and what a reader types.
//
// Tokens: 制造 (pairs of characters), 制 (single ones), green (stems), ¥30000000 (sums),
// %20 (percentages), §6 (a clause by its number).

const BRACKETS = /[（）()“”"'‘’〔〕[\]《》〈〉「」【】]/g
const HAN = /[㐀-鿿]+/g
/** @type {Record<string, number>} */
const DIGITS = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
/** @type {Record<string, number>} */
const TENS = { 十: 10, 百: 100, 千: 1000 }
const NUMERAL = "[一二两三四五六七八九十][一二两三四五六七八九十百千零]*" // 千亿级 is a name, no number

/** @type {Record<string, number>} */
const SCALE = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, billion: 1e9, bn: 1e9, million: 1e6, mn: 1e6, m: 1e6, thousand: 1e3, k: 1e3 }
const CLAUSE = new RegExp(`第\\s*(${NUMERAL}|\\d+)\\s*条|(\\d+)\\s*条|条款\\s*(\\d+)`, "g")
const PERCENT = new RegExp(`百分之(${NUMERAL})`, "g")
const SPELT_SUM = new RegExp(`(${NUMERAL})(亿|万)`, "g")
/** @type {Record<string, number>} */
const WORDS = Object.fromEntries([
  ..."one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, place) => [word, place + 1]),
  ..."twenty thirty forty fifty sixty seventy eighty ninety hundred".split(" ").map((word, place) => [word, place * 10 + 20]),
])
const SPELT = new RegExp(`\\b(?:(${Object.keys(WORDS).join("|")}) )?(${Object.keys(WORDS).join("|")})(?= (?:billion|million|thousand|percent|per cent))`, "g")
const SUM = new RegExp(
  "(?:rmb|cny|yuan|¥|￥)?\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*" +
  "(亿|千万|百万|万|billion|bn|million|mn|m|thousand|k)?(?![a-z])\\s*(元|rmb|cny|yuan)?", "g")

/**
 * A token of a text and what it is worth; `latin` is a word of letters, `typed` as it was
 * before its stem was taken, `single` one character.
 * @typedef {{token: string, weight: number, latin?: boolean, typed?: string, single?: boolean}} Token
 */

/**
 * Simplified, lower case, half width, no brackets, no marks of tone: 首台（套） becomes 首台套, lǜsè lvse.
 * @param {string} text @param {Record<string, string>} simplified
 */
export function normalise(text, simplified) {
  const toneless = text.normalize("NFD").replace(/u\u0308/gi, "v").replace(/[\u0300-\u036f]/g, "")
  const plain = toneless.normalize("NFKC").toLowerCase().replace(BRACKETS, "")
  return Array.from(plain, char => simplified[char] ?? char).join("")
}

/** 二十六 → 26, 两千 → 2000; undefined where the characters are no number. @param {string} text */
function chineseNumber(text) {
  let sum = 0, digit = 0, found = false
  for (const char of text) {
    if (char in DIGITS) digit = DIGITS[char]
    else if (char in TENS) { sum += (digit || 1) * TENS[char]; digit = 0 }
    else return undefined
    found = true
  }
  return found ? sum + digit : undefined
}

/** The tokens of a normalised text, each with what it is worth. @param {string} text */
export function tokens(text) {
  /** @type {Token[]} */
  const found = []
  let rest = text.replace(CLAUSE, (whole, ordinal, plain, after) => {
    const number = ordinal ?? plain ?? after
    const value = /\d/.test(number) ? Number(number) : chineseNumber(number)
    if (value) found.push({ token: `§${value}`, weight: 6 })
    return " "
  })
  rest = rest.replace(/\b(?:clause|article|art\.?|no\.?|#)\s*(\d{1,2})\b/g, (whole, number) => {
    found.push({ token: `§${Number(number)}`, weight: 6 })
    return " "
  })
  rest = rest.replace(SPELT, (whole, first, last) => `${last === "hundred" ? (WORDS[first] ?? 1) * 100 : (WORDS[first] ?? 0) + WORDS[last]}`)
  rest = rest.replace(/(\d+(?:\.\d+)?)\s*(?:%|percent\b|per cent\b)/g, (whole, number) => {
    found.push({ token: `%${Number(number)}`, weight: 3 })
    return " "
  })
  rest = rest.replace(PERCENT, (whole, number) => {
    const value = chineseNumber(number)
    if (value) found.push({ token: `%${value}`, weight: 3 })
    return " "
  })
  rest = rest.replace(SPELT_SUM, (whole, number, scale) => `${chineseNumber(number)}${scale}`)
  rest = rest.replace(SUM, (whole, number, scale, unit) => {
    const value = Number(number.replaceAll(",", ""))
    const money = scale || unit || /rmb|cny|yuan|¥|￥/.test(whole)
    if (!money || !Number.isFinite(value)) return whole
    found.push({ token: `¥${Math.round(value * (SCALE[scale] ?? 1))}`, weight: 3 })
    return " "
  })
  for (const run of rest.match(HAN) ?? []) hanTokens(run, found)
  for (const word of rest.match(/[a-z0-9&+]+/g) ?? [])
    for (const part of new Set([word, ...word.split(/[&+]/)]))
      if (part) found.push({ token: stem(part), weight: 1, latin: true, typed: part })
  return found
}

/** @param {string} run @param {Token[]} found */
function hanTokens(run, found) {
  const chars = Array.from(run)
  const alone = chars.length === 1
  chars.forEach((char, place) => {
    found.push({ token: char, weight: alone ? 1 : 0.04, single: true })
    if (place) found.push({ token: chars[place - 1] + char, weight: 1 })
  })
}

/** A light stem, the same for British and American spelling. @param {string} word */
export function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word
  return word
    .replace(/^(cent)re(s?)$/, "$1er$2")
    .replace(/isation/, "ization").replace(/is(e|ed|ing|es)$/, "iz$1")
    .replace(/digitiz/, "digitaliz")
    .replace(/our$/, "or").replace(/ogramme/, "ogram")
    .replace(/ies$/, "y").replace(/(ss|x|ch|sh)es$/, "$1").replace(/([^s])s$/, "$1")
    .replace(/(?:ization|izing|ized|ize)$/, "")
    .replace(/([a-z]{3})ing$/, "$1").replace(/([a-z]{3})ed$/, "$1")
    .replace(/([a-z]{4})e$/, "$1")
}
