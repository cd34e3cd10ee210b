// Lets the reader sort a table by any column. Without it the table stands in the order it was
// built in, and `aria-sort` says which that is.

export function offerSorting() {
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const heads = [...table.querySelectorAll("th[data-sort]")]
    for (const head of heads) {
      const button = document.createElement("button")
      button.type = "button"
      button.append(...head.childNodes)
      head.append(button)
      button.addEventListener("click", () => sort(table, heads, head))
    }
  }
}

function sort(table, heads, head) {
  const column = [...head.parentElement.children].indexOf(head)
  const down = head.getAttribute("aria-sort") === "ascending"
  const body = table.tBodies[0]
  const rows = [...body.rows].map(row => [key(row.children[column]), row])
  const words = new Intl.Collator(document.documentElement.lang)
  // what the policy does not state (-1) stands last either way
  const compare = ([a], [b]) =>
    typeof a === "number" ? (b < 0) - (a < 0) && (a < 0) - (b < 0) || (down ? b - a : a - b)
      : (down ? -1 : 1) * words.compare(a, b)
  body.append(...rows.sort(compare).map(([, row]) => row))
  for (const other of heads) other.removeAttribute("aria-sort")
  head.setAttribute("aria-sort", down ? "descending" : "ascending")
}

// A cell that is compared as a number says which.
function key(cell) {
  return "value" in cell.dataset ? Number(cell.dataset.value) : cell.textContent.trim()
}
