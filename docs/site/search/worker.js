// The search worker. It speaks the messages of Material's own, so that the theme's box, keyboard
// and links stay: 0 set-up (with the index), 1 ready, 2 query, 3 result.

import { Searches } from "./searches.js"

/** @type {Searches | undefined} */
let searches
let turn = 0

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) {
    const other = new URL(`../../${data.config.other}`, self.location.href)
    searches = new Searches(data, async () => (await fetch(other)).json())
    self.postMessage({ type: 1 })
  } else if (type === 2) {
    const own = ++turn
    const items = searches ? await searches.query(data) : []
    if (own === turn) self.postMessage({ type: 3, data: { items } }) // else more was typed meanwhile
  }
})
