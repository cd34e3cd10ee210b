// Slips of the hand: the nearest words that the texts have, and Chinese stretches with one wrong character.

/**
 * How many letters must be changed, left out, added or swapped with their neighbour to make one word
 * of the other; more than `limit` where it is more.
 * @param {string} a @param {string} b @param {number} limit
 */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before = /** @type {number[]} */ ([]), last = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]
}

/**
 * The words nearest to one that no text has; none where it is too short or all are too far.
 * @param {string} word @param {Iterable<string>} words
 * @returns {string[]}
 */
export function nearest(word, words) {
  if (!/^[a-z]{4,}$/.test(word)) return []
  let limit = word.length > 7 ? 2 : 1
  /** @type {string[]} */
  let found = []
  for (const other of words) {
    if (other.length < 4) continue
    const away = distance(word, other, limit)
    if (away < limit) found = []
    if (away <= limit) { found.push(other); limit = away }
  }
  return found
}

/**
 * The stretches of the texts that differ from a run of Chinese characters in one of them.
 * @param {string} run @param {string[]} texts
 * @returns {string[]}
 */
export function oneWrong(run, texts) {
  if (!/^[㐀-鿿]{3,6}$/.test(run)) return []
  const all = texts.join("\n"), found = new Set()
  for (let place = 0; place < run.length; place++) {
    const pattern = new RegExp(`${run.slice(0, place)}[㐀-鿿]${run.slice(place + 1)}`, "g")
    for (const [stretch] of all.matchAll(pattern)) found.add(stretch)
  }
  return [...found]
}
