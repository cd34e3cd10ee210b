// The wizard's worker on an unmodified Pyodide: its own standard library, the wheels unpacked.
import { fetchText } from "../../wizard/page/boot.js";
import { serve } from "../../wizard/page/serve.js";

serve(async ({ runtime, policy }) => {
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const fetchWheel = async (name) => (await fetch(`${runtime}${name}.whl`)).arrayBuffer();
  const [python, text, ...wheels] = await Promise.all([
    loadPyodide({ indexURL: runtime }),
    fetchText(policy),
    ...WHEELS.map(fetchWheel),
  ]);
  for (const wheel of wheels) python.unpackArchive(wheel, "whl");
  return { python, policy: text };
});
