// The page's own script: the search box hears every way of entering text, and the reader's choice
// of languages is kept. The pages work without it.

import { hearAllInput } from "./search-box.js"
import { offerLanguages } from "./parallel.js"

hearAllInput()
offerLanguages()
