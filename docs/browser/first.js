// Runs before anything is painted: a reader who chose one language never sees the other flash by.

import { chosen } from "./languages.js"

document.documentElement.dataset.languages = chosen()
