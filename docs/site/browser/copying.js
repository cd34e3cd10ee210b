// Copies the address of a paragraph or a citation, and says so on the screen and to screen readers.

const SHOWN = 4000 // how long the word stays on the screen, in milliseconds

export function offerCopies() {
  const said = /** @type {HTMLElement | null} */ (document.querySelector(".said"))
  if (!said) return
  const line = said
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let fading

  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("[data-copy-link], [data-copy-text]")
    if (!(button instanceof HTMLElement)) return
    const { copyLink, copyText } = button.dataset
    const text = copyText ? (document.getElementById(copyText)?.textContent ?? "").trim() : address(copyLink)
    say((await copy(text) ? line.dataset.copied : line.dataset.refused) + text)
    if (copyLink) history.replaceState(null, "", `#${copyLink}`)
  })

  /** @param {string} text */
  function say(text) {
    clearTimeout(fading)
    line.textContent = ""
    requestAnimationFrame(() => { line.textContent = text })
    fading = setTimeout(() => { line.textContent = "" }, SHOWN)
  }
}

/** The page's own address where the site names one, otherwise where it is being read. */
export function address(id = "") {
  // not the canonical link: that of an earlier edition may lead to the one in front
  const own = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[property="og:url"]'))
  return (own?.content ?? location.href.split("#")[0]) + (id && `#${id}`)
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyOld(text) // not allowed, or not served over https
  }
}

/** @param {string} text */
function copyOld(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)
  const box = document.createElement("textarea")
  box.value = text
  box.className = "said__copy"
  document.body.append(box)
  box.select()
  try { return document.execCommand("copy") } catch { return false } finally {
    box.remove()
    focused?.focus({ preventScroll: true })
  }
}
