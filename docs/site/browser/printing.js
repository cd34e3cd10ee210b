// Citations and the foot of a printed page have an address: the site's own where it is known,
// otherwise that of the page where it is being read, in the language of the citation.

export function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]"))
    button.addEventListener("click", () => print())
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-address]"))) {
    if (place.textContent) continue
    const link = document.querySelector(`link[hreflang="${place.dataset.address}"]`)
    place.textContent = /** @type {HTMLLinkElement} */ (link).href
  }
}
