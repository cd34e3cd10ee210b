// Which words of a Chinese query no text has: 高新技术企业 is named, though 技术 and 企业 are found.

const RUNS = /[㐀-鿿\d]+/g

/** Amounts and numbers of clauses, which are compared as figures. */
const FIGURES = /第[一二三四五六七八九十百\d]+条|百分之[一二三四五六七八九十百]+|[一二两三四五六七八九十百千\d.]+[万亿千百]+元?|[\d.]+[条元%]?$/g

/** Characters that join words, count or ask, and name nothing themselves. */
const JOINING = /[\d一二两三四五六七八九十个的之在和与及或对为给按有无能要想去到把被让就都也还很最家我你他们厂该这那拿买卖找评上下里中不了奖]/

/**
 * The first words that no text has, as they were typed; empty if the texts have them all.
 * @param {string} plain the query, without the words that ask @param {string[]} texts
 */
export function lacking(plain, texts) {
  const all = texts.join("\n")
  for (const run of plain.replace(FIGURES, " ").match(RUNS) ?? []) {
    if (!/[㐀-鿿]{2}/.test(run) || all.includes(run)) continue
    const left = leftOver(run, all).flatMap(rest => rest.split(JOINING)).filter(Boolean)
    if (left.length) return left.find(rest => rest.length > 1) ?? run
  }
  return ""
}

/**
 * What is left of a run, the least possible, when stretches that the text has are taken out.
 * @param {string} run @param {string} all
 */
function leftOver(run, all) {
  /** @typedef {{count: number, left: string[], open: boolean}} Way */
  /** @type {Way[]} the best way to each place; `open` where its last character is left over */
  const best = [{ count: 0, left: [], open: false }]
  for (let end = 1; end <= run.length; end++) {
    const { count, left, open } = best[end - 1], char = run[end - 1]
    best[end] = { count: count + 1, left: open ? [...left.slice(0, -1), left.at(-1) + char] : [...left, char], open: true }
    for (let start = 0; start <= end - 2; start++)
      if (best[start].count < best[end].count && all.includes(run.slice(start, end))) best[end] = { ...best[start], open: false }
  }
  return best[run.length].left
}
