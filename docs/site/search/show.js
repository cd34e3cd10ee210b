// What a result shows: its words marked, and the stretch of text around the first of them.

import { stem } from "./text.js"

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const BEFORE = 24
const LENGTH = { zh: 90, en: 190 }

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"]/g, char => ESCAPES[char])
}

/**
 * The stretches of `text` that the words match, merged, in order.
 * @param {string} text @param {string[]} words
 * @returns {Array<[start: number, end: number]>}
 */
export function places(text, words) {
  const plain = text.normalize("NFKC").toLowerCase()
  /** @type {Array<[number, number]>} */
  const found = []
  const hits = new Set(words)
  for (const word of words)
    if (/[㐀-鿿]/.test(word))
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
        found.push([at, at + word.length])
  for (const match of plain.matchAll(/[a-z0-9]+/g))
    if (hits.has(stem(match[0]))) found.push([match.index, match.index + match[0].length])
  found.sort((a, b) => a[0] - b[0])
  /** @type {Array<[number, number]>} */
  const merged = []
  for (const [start, end] of found) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  // NFKC may change the length of a text; marks would then be in the wrong place
  return plain.length === text.length ? merged : []
}

/** The whole text, its words marked, safe as HTML. @param {string} text @param {string[]} words */
export function marked(text, words) {
  let html = "", at = 0
  for (const [start, end] of places(text, words)) {
    html += `${escapeHtml(text.slice(at, start))}<mark data-md-highlight>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at))
}

/** The part of a text around its best match, its words marked. @param {string} text @param {string[]} words */
export function excerpt(text, words) {
  const length = /[㐀-鿿]/.test(text) ? LENGTH.zh : LENGTH.en
  const found = places(text, words)
  const longest = found.reduce((best, place) => place[1] - place[0] > best[1] - best[0] ? place : best, found[0] ?? [0, 0])
  const start = Math.max(0, longest[0] - BEFORE)
  const end = Math.min(text.length, start + length)
  return (start ? "…" : "") + marked(text.slice(start, end), words) + (end < text.length ? "…" : "")
}

/** A text below the name of its chapter. @param {string | undefined} chapter @param {string} html */
export function below(chapter, html) {
  return chapter ? `<small class="search-chapter">${escapeHtml(chapter)}</small><p>${html}</p>` : html
}

/** What is said first where the text lacks words of the query. @param {string} sentence @param {string} words */
export function told(sentence, words) {
  return `<span class="search-lacking">${escapeHtml(sentence.replace("%s", words))}</span> `
}

/** A title with the edition that it is from, where that is not the one in front. @param {string} html @param {string | undefined} edition */
export function named(html, edition) {
  return edition ? `${html} <small class="search-edition">${escapeHtml(edition)}</small>` : html
}
