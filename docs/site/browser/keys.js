// The theme has single keys open the search (f, s, /) or lead to another page (n, p, comma, stop),
// also while a button or a radio button has the focus. A reader who dictates or mistypes would lose
// the place, so these keys do nothing here (WCAG 2.1.4).

const KEYS = new Set([..."fsnp/,."])

export function muteSingleKeys() {
  addEventListener("keydown", mute, true)
}

/** @param {KeyboardEvent} event */
function mute(event) {
  const { key, target } = event
  if (!KEYS.has(key.toLowerCase()) || event.ctrlKey || event.metaKey || event.altKey) return
  const typed = target instanceof Element && target.matches("input:not([type=radio]), textarea, select")
  if (!typed) event.stopImmediatePropagation()
}
