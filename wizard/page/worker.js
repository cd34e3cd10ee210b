import { boot, fetchRest } from "./boot.js";
import { serve } from "./serve.js";

serve(boot, fetchRest);
