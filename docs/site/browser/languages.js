// Which languages of a bilingual text the reader wants to see: both, zh or en.

const KEY = "policy.languages"
const CHOICES = ["both", "zh", "en"]

export function chosen() {
  const stored = read() ?? ""
  return CHOICES.includes(stored) ? stored : "both"
}

/** A browser may refuse storage; the choice then applies to this page only. @param {string} choice */
export function choose(choice) {
  try { localStorage.setItem(KEY, choice) } catch { /* kept for this page only */ }
}

function read() {
  try { return localStorage.getItem(KEY) } catch { return null }
}
