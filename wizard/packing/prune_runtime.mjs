// Removes from Pyodide's module what only modules loaded later could call; the wizard loads none.
// usage: node prune_runtime.mjs PYODIDE_FOLDER OUT_FOLDER
//
// Writes the script and the module, and prints what was found, which `runtime.py` checks.
import binaryen from "binaryen";
import { readFileSync, writeFileSync, writeSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";

const SCRIPT = "pyodide.asm.js";
const MODULE = "pyodide.asm.wasm";
const LOADER = "pyodide.mjs";
// `var _f=Module["_f"]=wasmExports["f"];` for a function, `…=1234;` for the address of a datum
const EXPORTED = /var (_[\w$]+)=Module\["\1"\]=(?:wasmExports\["([\w$]+)"\]|[\de]+);/g;
const LIKE_EXPORTED = /Module\["_[\w$]+"\]=(?:wasmExports\b|\d)/g;
const READ = /wasmExports(?:\["([\w$]+)"\]|\.([\w$]+))/g;
const WORD = /[\w$]+/g;

setPriority(10); // the pages are built at the same time, and take longer
const [folder, out] = process.argv.slice(2);
const [script, loader] = [SCRIPT, LOADER].map((name) => readFileSync(join(folder, name), "utf8"));
const original = readFileSync(join(folder, MODULE));
const names = {
  assignments: script.match(LIKE_EXPORTED)?.length ?? 0,
  recognised: script.match(EXPORTED)?.length ?? 0,
};
if (names.recognised !== names.assignments) {
  // another form of script: nothing is pruned that might be used
  writeSync(1, JSON.stringify(names));
  process.exit(0);
}

// a word anywhere in the code counts as a use, so that no use can be overlooked
const words = new Set(`${script.replace(EXPORTED, "")}${loader}`.match(WORD));
const pruned = script.replace(EXPORTED, (line, name, exported) =>
  words.has(name) || words.has(exported) ? line : "",
);
const used = new Set(`${pruned}${loader}`.match(WORD));

const module = binaryen.readBinary(original);
const exports = Array.from({ length: module.getNumExports() }, (_, place) =>
  binaryen.getExportInfo(module.getExportByIndex(place)).name,
);
const isUsed = (/** @type {string} */ name) => used.has(name) || used.has(`_${name}`);
for (const name of exports) if (!isUsed(name)) module.removeExport(name);
module.runPasses(["remove-unused-module-elements"]);
const written = module.emitBinary();
writeFileSync(join(out, MODULE), written);
writeFileSync(join(out, SCRIPT), pruned);

const compiled = await WebAssembly.compile(written); // an unsound module ends this program here
const left = new Set(WebAssembly.Module.exports(compiled).map((one) => one.name));
const read = new Set([...pruned.matchAll(READ)].map((match) => match[1] ?? match[2]));
const found = {
  ...names,
  exports: exports.length,
  kept: left.size,
  lost: exports.filter((name) => isUsed(name) && !left.has(name)),
  unknown: [...read].filter((name) => !exports.includes(name)),
};
process.stdout.write(JSON.stringify(found), () => process.exit(0));
