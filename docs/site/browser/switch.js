// The link to the other language leads to the place that the reader is at: the paragraph or the
// quoted words that the address names have the same name there.

export function keepPlace() {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.switch"))
  if (!link) return
  const plain = link.href
  // what the address names changes without an event, as when the theme follows the reader
  const keep = () => { link.href = plain + location.hash }
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, keep)
  addEventListener("hashchange", keep)
  keep()
}
