import { boot } from "./boot.js";
import { serve } from "./serve.js";

serve(boot);
