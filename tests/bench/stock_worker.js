// The wizard's worker on an unmodified Pyodide: its own standard library, the wheels unpacked.
import { serve } from "../../wizard/page/serve.js";

serve(async ({ runtime, policy }) => {
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const fetchWheel = async (name) => (await fetch(`${runtime}${name}.whl`)).arrayBuffer();
  const [python, text, ...wheels] = await Promise.all([
    loadPyodide({ indexURL: runtime }),
    fetch(policy).then((response) => response.text()),
    ...WHEELS.map(fetchWheel),
  ]);
  for (const wheel of wheels) python.unpackArchive(wheel, "whl");
  return { python, policy: text, modules: async () => {} };
});
