// The search worker. It speaks the messages of Material's own, so that the theme's box, keyboard
// and links stay: 0 set-up (with the index), 1 ready, 2 query, 3 result.

import { Search } from "./engine.js"

let search

self.addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    search = new Search(data)
    self.postMessage({ type: 1 })
  } else if (type === 2) {
    self.postMessage({ type: 3, data: { items: search ? search.query(data) : [] } })
  }
})
