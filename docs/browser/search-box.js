// Material's search box listens to `keyup` only: text that is pasted, dictated or committed by an
// input method with the mouse finds nothing, and half-typed pinyin is searched letter by letter.

export function hearAllInput() {
  const box = document.querySelector("[data-md-component=search-query]")
  if (!box) return
  let composing = false
  const ask = () => box.dispatchEvent(new KeyboardEvent("keyup"))

  box.addEventListener("compositionstart", () => { composing = true })
  box.addEventListener("compositionend", () => { composing = false; ask() })
  box.addEventListener("input", event => { if (!composing && !event.isComposing) ask() })
  // the form is reset by a button; the box empties after the event
  box.form?.addEventListener("reset", () => setTimeout(ask))

  // caught on its way down, before the box itself hears it
  document.addEventListener("keyup", event => {
    if (event.target === box && (composing || event.isComposing)) event.stopImmediatePropagation()
  }, true)
}
