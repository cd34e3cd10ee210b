// A term's note next to it: on hover, on focus and on tap; Esc closes it. The term is a link to the
// glossary, which is all that happens without this script.

const GAP = 6 // between the term and its note, in pixels
const LEAVING = 200 // time to move the pointer from the term onto the note, in milliseconds

export function explainTerms() {
  /** @typedef {HTMLElement} Term */
  /** @type {{term: Term, note: HTMLElement} | null} the note that is shown, and the term it belongs to */
  let shown = null
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving

  for (const term of /** @type {NodeListOf<Term>} */ (document.querySelectorAll("[data-term]"))) {
    const note = document.getElementById(term.dataset.term ?? "")
    if (!note) continue
    let touched = false
    term.addEventListener("pointerenter", event => { if (event.pointerType === "mouse") show(term, note) })
    term.addEventListener("pointerleave", event => { if (event.pointerType === "mouse") leave() })
    term.addEventListener("focus", () => show(term, note))
    term.addEventListener("blur", () => leave())
    term.addEventListener("pointerdown", event => {
      touched = event.pointerType !== "mouse" && shown?.term !== term
    })
    // the first tap shows the note, the second follows the link
    term.addEventListener("click", event => {
      if (!touched) return
      touched = false
      event.preventDefault()
      show(term, note)
    })
  }
  for (const note of document.querySelectorAll(".term-note")) {
    note.addEventListener("pointerenter", () => clearTimeout(leaving))
    note.addEventListener("pointerleave", () => leave())
  }
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide() })
  document.addEventListener("pointerdown", ({ target }) => {
    if (!(target instanceof Node) || !shown) return
    if (!shown.note.contains(target) && !shown.term.contains(target)) hide()
  })
  addEventListener("resize", hide)

  /** @param {Term} term @param {HTMLElement} note */
  function show(term, note) {
    clearTimeout(leaving)
    if (shown?.term === term) return
    hide()
    shown = { term, note }
    note.hidden = false
    place(term, note)
  }

  function leave() {
    clearTimeout(leaving)
    leaving = setTimeout(hide, LEAVING)
  }

  function hide() {
    clearTimeout(leaving)
    if (shown) shown.note.hidden = true
    shown = null
  }
}

/**
 * Below the term, or above where there is no room; never beyond the edges of the window.
 * @param {HTMLElement} term @param {HTMLElement} note
 */
function place(term, note) {
  const line = term.getClientRects()[0]
  const { offsetWidth: width, offsetHeight: height } = note
  const room = document.documentElement.clientWidth
  const left = Math.max(GAP, Math.min(line.left, room - width - GAP))
  const below = line.bottom + GAP + height <= innerHeight || line.top < height + GAP
  note.style.left = `${left + scrollX}px`
  note.style.top = `${(below ? line.bottom + GAP : line.top - height - GAP) + scrollY}px`
}
