// A printed page bears the address where it was read.

import { address } from "./copying.js"

export function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]"))
    button.addEventListener("click", () => print())
  const places = document.querySelectorAll("[data-address]")
  for (const place of places) if (!place.textContent) place.textContent = address()
}
