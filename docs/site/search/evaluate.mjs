// Asks the search of the site every query of the evaluation, in Node with the browser's own code.
//
// Reads { zh: index, en: index, queries: [{ language, query, expected: [address, …] }, …] } and
// prints for each query the rank of the first expected page among all results, null if none is;
// where none is expected, 1 if there is no result or the first says that the text lacks the words.
import { readFileSync } from "node:fs"
import { Searches } from "./searches.js"

const { zh, en, queries } = JSON.parse(readFileSync(0, "utf8"))
const searches = { zh: new Searches(zh, async () => en), en: new Searches(en, async () => zh) }
const ranks = []
for (const { language, query, expected } of queries) {
  const groups = await searches[language].query(query)
  const toldOrNone = !groups.length || groups[0][0].title.includes("search-lacking")
  if (!expected.length) ranks.push(toldOrNone ? 1 : null)
  else ranks.push(groups.findIndex(([page]) => expected.includes(page.location)) + 1 || null)
}
process.stdout.write(JSON.stringify(ranks))
