// Words typed without the blank between them: greenfactory, firstset.

import { stem } from "./text.js"

const SHORTEST = 3

/**
 * The fewest words of the vocabulary that the letters are made of, as stems; empty if there are none.
 * @param {string} letters @param {Set<string>} vocabulary
 * @returns {string[]}
 */
export function runTogether(letters, vocabulary) {
  if (!/^[a-z]{6,40}$/.test(letters)) return []
  /** @type {Array<string[] | undefined>} the best way to each place */
  const best = [[]]
  for (let end = SHORTEST; end <= letters.length; end++)
    for (let start = 0; start <= end - SHORTEST; start++) {
      const before = best[start], word = stem(letters.slice(start, end))
      if (before && vocabulary.has(word) && before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, word]
    }
  const found = best[letters.length] ?? []
  return found.length > 1 ? found : []
}
