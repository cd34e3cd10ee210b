// What the data write in short: ids of awards, and numbers of clauses as characters from “0” on.

const ZERO = 48

/** @param {string} written @returns {number[]} */
export const numbersOf = written => [...written].map(char => char.charCodeAt(0) - ZERO)

/** @param {number[]} numbers */
export const writtenAs = numbers => String.fromCharCode(...numbers.map(number => number + ZERO))

/**
 * The id of an award: it begins with the number of its clause, unless that has changed since.
 * @param {string} id @param {string} number
 */
export function wholeId(id, number) {
  return id[0] === "=" ? id.slice(1) : `${number}-${id}`
}
