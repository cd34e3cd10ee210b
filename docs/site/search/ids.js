/**
 * The id of an award: it begins with the number of its clause, unless that has changed since.
 * @param {string} id @param {string} number
 */
export function wholeId(id, number) {
  return id[0] === "=" ? id.slice(1) : `${number}-${id}`
}
