// Saves and opens files; nothing is sent over the network.

import { say } from "./dom.js";

const MOST = 1_000_000;

/** @param {string} edition */
export const fileName = (edition) => `application-${edition}.json`;

/**
 * @param {object} application @param {string} name
 * @returns {string} the content of the file
 */
export function save(application, name) {
  const text = `${JSON.stringify(application, null, 2)}\n`;
  hand(text, "application/json", name);
  return text;
}

/**
 * Let the reader download a file made here.
 * @param {BlobPart} content @param {string} type @param {string} name
 */
export function hand(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * @typedef {object} Opened
 * @property {string} said
 * @property {import("./state.js").State} [state]
 * @property {string} [why] it was refused
 * @property {string} [since] HTML: what was left out, and which results differ from when it was
 *   saved
 */

/**
 * Read a file and have it checked; returns the form's state, or why it was refused.
 * @param {File} file
 * @param {(text: string) => Promise<any>} check
 * @returns {Promise<Opened>}
 */
export async function open(file, check) {
  const { name } = file;
  if (file.size > MOST) return { said: say("refused_large", { name }) };
  try {
    return checked(name, decoded(await file.arrayBuffer()), check);
  } catch {
    return { said: say("refused_unread", { name }) };
  }
}

/** The text of a file as the page saves it, or as an editor may store it again: UTF-16, GB 18030. */
/** @param {ArrayBuffer} bytes */
function decoded(bytes) {
  const decode = (/** @type {string} */ name) => new TextDecoder(name, { fatal: true }).decode(bytes);
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return decode("utf-16le");
  if (first === 0xfe && second === 0xff) return decode("utf-16be");
  try {
    return decode("utf-8");
  } catch {
    return decode("gb18030");
  }
}

/**
 * The single entry point for files and links, which are untrusted.
 * @param {string} name
 * @param {string} text
 * @param {(text: string) => Promise<any>} check
 * @returns {Promise<Opened>}
 */
export async function checked(name, text, check) {
  let answer;
  try {
    answer = await check(text);
  } catch (why) {
    return { said: say(why === "error" ? "refused_fault" : "refused_engine", { name }) };
  }
  if (answer.refused) return { said: say("refused", { name }), why: answer.refused };
  const { state, since, lost } = answer;
  const told = lost ? say("opened_lost", { name, count: lost }) : say("opened", { name });
  return { said: since ? [told, say("opened_since")].join(say("joint")) : told, state, since };
}
