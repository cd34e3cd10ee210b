// Offers the reader of a bilingual text to see both languages or one; the choice is remembered.

const KEY = "policy.languages"
const CHOICES = ["both", "zh", "en"]

export function offerLanguages() {
  const texts = [...document.querySelectorAll("[data-parallel]")]
  if (!texts.length) return
  const stored = read()
  const groups = [offer(texts[0])] // one choice serves all texts of a page
  show(texts, groups, CHOICES.includes(stored) ? stored : "both")

  function offer(text) {
    const group = document.createElement("div")
    group.className = "choice"
    group.setAttribute("role", "group")
    group.setAttribute("aria-label", text.dataset.label)
    for (const choice of CHOICES) {
      const button = document.createElement("button")
      button.type = "button"
      button.value = choice
      button.textContent = text.dataset[choice]
      button.addEventListener("click", () => { write(choice); show(texts, groups, choice) })
      group.append(button)
    }
    text.before(group)
    return group
  }
}

function show(texts, groups, choice) {
  for (const text of texts) text.dataset.show = choice
  for (const button of groups.flatMap(group => [...group.children]))
    button.setAttribute("aria-pressed", String(button.value === choice))
}

// A browser may refuse storage; the choice then holds for the page alone.
function read() {
  try { return localStorage.getItem(KEY) } catch { return null }
}

function write(choice) {
  try { localStorage.setItem(KEY, choice) } catch { /* kept for this page only */ }
}
