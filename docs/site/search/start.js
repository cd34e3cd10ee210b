// What a page loads of the search until somebody searches: it says at once that it is ready, and
// fetches engine and data with the first query. Of what is typed meanwhile the last is answered.

const WORDS = { setUp: 0, ready: 1, query: 2, result: 3 }
/** @type {import("./engine.js").Config} */
let config
/** @type {string | null} */
let asked = null

self.onmessage = async ({ data: { type, data } }) => {
  if (type === WORDS.setUp) {
    config = data.config
    self.postMessage({ type: WORDS.ready })
  } else if (type === WORDS.query && !data.trim() && asked === null) {
    self.postMessage({ type: WORDS.result, data: { items: [] } }) // the box itself, being empty
  } else if (type === WORDS.query) {
    const first = asked === null
    asked = data
    if (first) await begin()
  }
}

async function begin() {
  try {
    const answer = await fetch(new URL(`../../${config.data}`, self.location.href))
    const index = await answer.json()
    const worker = /** @type {any} */ (self)
    worker.importScripts("engine.js") // listens besides us
    self.onmessage = null
    tell(WORDS.setUp, index)
    tell(WORDS.query, asked)
  } catch {
    asked = null // the next key tries again
  }
}

/** @param {number} type @param {unknown} data */
function tell(type, data) {
  self.dispatchEvent(new MessageEvent("message", { data: { type, data } }))
}
