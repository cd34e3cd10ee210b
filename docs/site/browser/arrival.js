// Quoted words and their facts: who arrives at words by a link sees them in both languages, who
// points at a number sees its words, and words in a language that is switched off are shown. What
// is folded around a place opens, also in a browser that opens nothing or the innermost part only.

const root = document.documentElement

export function markArrival() {
  const unfold = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const folded = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details:not([open])")]).filter(fold => fold.contains(place))
    for (const fold of folded) fold.open = true
    if (folded.length) place?.scrollIntoView()
  }
  addEventListener("hashchange", unfold)
  unfold()
  const quoted = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-quote]")])
  if (!quoted.length) return
  const idsOf = (/** @type {HTMLElement} */ mark) => (mark.dataset.quote ?? "").split(" ")
  const of = (/** @type {string} */ id) => quoted.filter(mark => idsOf(mark).includes(id))

  const arrive = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const [, id, language] = place?.id.match(/^q-(.+)-(zh|en)$/) ?? []
    for (const mark of quoted) mark.classList.remove("arrived")
    if (!id) return
    for (const mark of of(id)) mark.classList.add("arrived")
    if (root.dataset.languages === "both" || root.dataset.languages === language) return
    root.dataset.languages = "both" // for this visit; what the reader chose stays stored
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(".choice button")))
      button.setAttribute("aria-pressed", String(button.value === "both"))
    place?.scrollIntoView()
  }
  addEventListener("hashchange", arrive)
  arrive()

  /** @param {Element} place @param {string[]} ids */
  const lightFrom = (place, ids) => {
    const light = (/** @type {boolean} */ on) => ids.flatMap(of).forEach(other => other.classList.toggle("lit", on))
    for (const event of ["pointerenter", "focus"]) place.addEventListener(event, () => light(true))
    for (const event of ["pointerleave", "blur"]) place.addEventListener(event, () => light(false))
  }
  for (const mark of quoted) lightFrom(mark, idsOf(mark))
  for (const number of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".ref")))
    lightFrom(number, [number.hash.slice(1)])
}
