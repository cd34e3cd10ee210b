// Material's search box listens to `keyup` only: text that is pasted, dictated or committed by an
// input method with the mouse finds nothing, and half-typed pinyin is searched letter by letter.

export function hearAllInput() {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"))
  if (!box) return
  const value = /** @type {any} */ (Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value"))
  /** @type {string | null} */
  let before = null // what was in the box before the present composition
  const ask = () => box.dispatchEvent(new KeyboardEvent("keyup"))

  // read at each key, whenever the focus comes or goes, and once when the search is ready
  Object.defineProperty(box, "value", {
    configurable: true,
    get: () => before ?? value.get.call(box),
    set: text => value.set.call(box, text),
  })
  box.addEventListener("compositionstart", () => { before = box.value })
  box.addEventListener("compositionend", () => { before = null; ask() })
  box.addEventListener("input", event => { if (before === null && !(event instanceof InputEvent && event.isComposing)) ask() })
  sayWhatIsLacking()
  // the form is reset by a button; the box empties after the event
  box.form?.addEventListener("reset", () => setTimeout(ask))
}

/** The first result names what the text lacks: it is said above all results instead, to eyes and ears. */
function sayWhatIsLacking() {
  const list = document.querySelector(".md-search-result__list")
  const place = document.querySelector(".search-lacks")
  if (!list || !place) return
  new MutationObserver(changes => {
    const said = list.querySelector(".search-lacking")
    if (said) place.textContent = said.textContent
    else if (changes.some(({ target, removedNodes }) => target === list && removedNodes.length)) place.textContent = ""
    said?.remove()
  }).observe(list, { childList: true, subtree: true })
}
