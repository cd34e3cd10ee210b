// The page's own script: the search box hears every way of entering text, the reader's choice of
// languages is kept, terms are explained, links and citations copied, lists sorted and filtered. The pages
// work without it.

import { markArrival } from "./arrival.js"
import { offerCopies } from "./copying.js"
import { offerFilters } from "./filtering.js"
import { muteSingleKeys } from "./keys.js"
import { offerLanguages } from "./parallel.js"
import { offerPrint } from "./printing.js"
import { hearAllInput } from "./search-box.js"
import { offerSorting } from "./sort-table.js"
import { keepPlace } from "./switch.js"
import { explainTerms } from "./terms.js"

muteSingleKeys()
keepPlace()
hearAllInput()
offerLanguages()
markArrival()
explainTerms()
offerCopies()
offerPrint()
offerSorting()
offerFilters()
