// The search worker. It speaks the messages of Material's own, so that the theme's box, keyboard
// and links stay: 0 set-up (with the index), 1 ready, 2 query, 3 result.

import { Searches } from "./searches.js"

/** @type {Searches | undefined} */
let searches
let turn = 0

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) {
    const load = (/** @type {string} */ path) => async () =>
      (await fetch(new URL(`../../${path}`, self.location.href))).json()
    const { other, editions } = data.config
    searches = new Searches(data, load(other), editions && (async () => {
      const worker = /** @type {any} */ (self)
      worker.importScripts("editions.js")
      return worker.filledEditions(await load(editions)(), data)
    }))
    self.postMessage({ type: 1 })
  } else if (type === 2 && searches) {
    const own = ++turn, all = searches
    const items = await all.query(data)
    // results of the other editions follow, at once or when they are loaded
    const tell = () => own === turn // else more was typed meanwhile
      && self.postMessage({ type: 3, data: { items: [...items, ...all.inOtherEditions(data)] } })
    tell()
    if (!all.editions) await all.addEditions().then(tell)
  }
})
