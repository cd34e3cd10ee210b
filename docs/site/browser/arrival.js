// Quoted words and their facts: who arrives at words by a link sees them in both languages, who
// points at a card sees its words, and words in a language that is switched off are shown.

const root = document.documentElement

export function markArrival() {
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

  for (const mark of quoted) {
    const light = (/** @type {boolean} */ on) => idsOf(mark).flatMap(of).forEach(other => other.classList.toggle("lit", on))
    mark.addEventListener("pointerenter", () => light(true))
    mark.addEventListener("pointerleave", () => light(false))
  }
}
