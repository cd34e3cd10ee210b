// Lets the reader sort a table by any column. Without it the table is in the order it was
// built in, and `aria-sort` says which that is.

export function offerSorting() {
  const tables = /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll("table[data-sortable]"))
  for (const table of tables) {
    const heads = /** @type {HTMLElement[]} */ ([...table.querySelectorAll("th[data-sort]")])
    for (const head of heads) {
      const button = document.createElement("button")
      button.type = "button"
      button.append(...head.childNodes)
      head.append(button)
      button.addEventListener("click", () => sort(table, heads, head))
    }
  }
}

/** @param {HTMLTableElement} table @param {HTMLElement[]} heads @param {HTMLElement} head */
function sort(table, heads, head) {
  const column = [.../** @type {Element} */ (head.parentElement).children].indexOf(head)
  const down = head.getAttribute("aria-sort") === "ascending"
  const body = table.tBodies[0]
  const rows = [...body.rows].map(row => ({ key: key(/** @type {HTMLElement} */ (row.children[column])), row }))
  const words = new Intl.Collator(document.documentElement.lang)
  // what the policy does not state (-1) is last either way
  const compare = (/** @type {typeof rows[0]} */ { key: a }, /** @type {typeof rows[0]} */ { key: b }) =>
    typeof a === "number" && typeof b === "number"
      ? Number(a < 0) - Number(b < 0) || (down ? b - a : a - b)
      : (down ? -1 : 1) * words.compare(String(a), String(b))
  body.append(...rows.sort(compare).map(({ row }) => row))
  for (const other of heads) other.removeAttribute("aria-sort")
  head.setAttribute("aria-sort", down ? "descending" : "ascending")
}

/** A cell that is compared as a number says which. @param {HTMLElement} cell */
function key(cell) {
  return "value" in cell.dataset ? Number(cell.dataset.value) : (cell.textContent ?? "").trim()
}
