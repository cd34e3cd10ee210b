// Copies the address of a paragraph or a citation, and says so to eyes and ears.

const SHOWN = 4000 // how long the word stays on the screen, in milliseconds

export function offerCopies() {
  const said = document.querySelector(".said")
  if (!said) return
  let fading

  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("[data-copy-link], [data-copy-text]")
    if (!button) return
    const { copyLink, copyText } = button.dataset
    const text = copyText ? document.getElementById(copyText).textContent.trim() : address(copyLink)
    say((await copy(text) ? said.dataset.copied : said.dataset.refused) + text)
    if (copyLink) history.replaceState(null, "", `#${copyLink}`)
  })

  function say(text) {
    clearTimeout(fading)
    said.textContent = ""
    requestAnimationFrame(() => { said.textContent = text })
    fading = setTimeout(() => { said.textContent = "" }, SHOWN)
  }
}

/** The page's own address where the site names one, otherwise where it is being read. */
export function address(id = "") {
  const canonical = document.querySelector("link[rel=canonical]")?.href
  return (canonical ?? location.href.split("#")[0]) + (id && `#${id}`)
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyOld(text) // not allowed, or not served over https
  }
}

function copyOld(text) {
  const focused = document.activeElement
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
