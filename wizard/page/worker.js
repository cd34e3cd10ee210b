// The worker: starts Python away from the page, then answers what the page asks.

import { boot } from "./boot.js";
import { serve } from "./serve.js";

serve(boot);
