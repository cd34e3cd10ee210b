// Runs before anything is painted: a reader who chose one language never sees the other flash by,
// and the search box, which the theme shows to readers with scripts only, takes its room at once.

import { chosen } from "./languages.js"

const root = document.documentElement
root.classList.replace("no-js", "js")
root.dataset.languages = chosen()
