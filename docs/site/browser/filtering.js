// Lets the reader narrow a list: each choice, and words, hide the rows that lack them, and open what
// is folded. Without it the list is whole.

export function offerFilters() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-filters]"))
  if (!form) return
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-filter]")])
  const said = /** @type {HTMLElement} */ (form.querySelector("[data-said]"))

  const filter = () => {
    const { words, ...chosen } = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)))
    const wanted = Object.values(chosen).filter(Boolean)
    const typed = words.toLowerCase().split(/\s+/).filter(Boolean)
    for (const row of rows) {
      const marks = (row.dataset.filter ?? "").split(" ")
      const text = (row.textContent ?? "").toLowerCase()
      row.hidden = !(wanted.every(mark => marks.includes(mark)) && typed.every(word => text.includes(word)))
    }
    const narrowed = wanted.length + typed.length > 0
    if (narrowed) for (const row of rows) row.closest("details")?.setAttribute("open", "")
    const left = rows.filter(row => !row.hidden).length
    const [before, between, after] = (said.dataset.said ?? "").split("%s")
    said.textContent = narrowed ? before + left + between + rows.length + after : ""
  }
  form.addEventListener("input", filter)
  form.addEventListener("reset", () => setTimeout(filter))
  form.addEventListener("submit", event => event.preventDefault())
  filter() // a browser keeps what was chosen when the reader comes back
}
