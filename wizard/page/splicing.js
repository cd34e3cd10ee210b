// Puts a WebAssembly module together again from its two parts, as wizard/splitting.py parted it.

const HEAD = 8; // bytes before the first section
const NAME = 5; // bytes of the name of the rest's one section
const [EXPORT, CODE] = [7, 10];
const STUB = [3, 0, 0, 11]; // stands for the body of a function that lies in the rest

/**
 * @param {Uint8Array} first
 * @param {Uint8Array} rest
 * @returns {Blob} the whole module
 */
export function splice(first, rest) {
  const [, section] = number(rest, HEAD + 1);
  const [size, exports] = number(rest, section + NAME);
  let lacking = exports + size; // where the next body stands
  /** @type {Uint8Array[]} */
  const whole = [first.subarray(0, HEAD)];
  for (let at = HEAD; at < first.length; ) {
    const kind = first[at];
    const [length, start] = number(first, at + 1);
    at = start + length;
    if (kind === EXPORT) put(kind, [rest.subarray(exports, exports + size)]);
    else if (kind === CODE) put(kind, bodies(start, at));
    else put(kind, [first.subarray(start, at)]);
  }
  return new Blob(whole, { type: "application/wasm" });

  /** @param {number} kind @param {Uint8Array[]} parts */
  function put(kind, parts) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    whole.push(Uint8Array.of(kind, ...leb(length)), ...parts);
  }

  /** @param {number} start @param {number} end */
  function bodies(start, end) {
    let [, at] = number(first, start);
    const parts = [first.subarray(start, at)];
    while (at < end) {
      const next = after(first, at);
      if (STUB.every((byte, index) => first[at + index] === byte)) {
        const body = lacking;
        lacking = after(rest, body);
        parts.push(rest.subarray(body, lacking));
      } else parts.push(first.subarray(at, next));
      at = next;
    }
    return parts;
  }
}

/** Where the body ends that begins with its size. @param {Uint8Array} bytes @param {number} at */
function after(bytes, at) {
  const [size, start] = number(bytes, at);
  return start + size;
}

/** A number in LEB128, and where the next thing stands. @param {Uint8Array} bytes @param {number} at */
function number(bytes, at) {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value, at];
    shift += 7;
  }
}

/** @param {number} value */
function leb(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
}
