// Latin letters read as pinyin: whole syllables (zhinengzhizao) or initials (znzz).

/** Reads pinyin against the characters of the policy. */
export class Pinyin {
  /** @param {string} table each syllable followed by the characters that are read so: an安案… */
  constructor(table) {
    /** @type {Set<string>} */
    this.syllables = new Set()
    /** @type {Map<string, string[]>} */
    this.readings = new Map()
    for (const [, syllable, chars] of table.matchAll(/([a-z]+)([^a-z]+)/g)) {
      this.syllables.add(syllable)
      for (const char of chars) this.readings.set(char, [...this.readings.get(char) ?? [], syllable])
    }
    this.longest = Math.max(0, ...Array.from(this.syllables, syllable => syllable.length))
  }

  /**
   * Every way to cut the letters into syllables, and digits between them (500qiang);
   * empty where they are no pinyin.
   * @param {string} letters
   */
  cut(letters, limit = 8) {
    /** @type {string[][]} */
    const ways = []
    const walk = (/** @type {number} */ start, /** @type {string[]} */ parts) => {
      if (ways.length >= limit) return
      if (start === letters.length) { ways.push(parts); return }
      for (let size = Math.min(this.longest, letters.length - start); size > 0; size--) {
        const syllable = letters.slice(start, start + size)
        if (this.syllables.has(syllable) || /^\d$/.test(syllable)) walk(start + size, [...parts, syllable])
      }
    }
    walk(0, [])
    return ways
  }

  /**
   * The stretches of a Chinese text that are read as the syllables, or have the initials.
   * @param {string} text @param {string[]} parts @param {boolean} whole whether parts are syllables
   * @returns {Map<string, number>} how often each stretch occurs
   */
  find(text, parts, whole) {
    const chars = Array.from(text)
    const found = new Map()
    for (let start = 0; start + parts.length <= chars.length; start++) {
      const hit = parts.every((part, place) => {
        const char = chars[start + place], readings = this.readings.get(char)
        return char === part || readings?.some(reading => whole ? reading === part : reading[0] === part)
      })
      if (hit) {
        const words = chars.slice(start, start + parts.length).join("")
        found.set(words, (found.get(words) ?? 0) + 1)
      }
    }
    return found
  }

  /**
   * Words of at least two syllables that the letters are made of, where no text has them in one
   * piece: lvsechanpin is 绿色 and 产品. The fewest words, of each the commonest.
   * @param {string[][]} ways the ways to cut the letters @param {string[]} texts
   */
  pieces(ways, texts) {
    const all = texts.join("\n")
    /** @type {string[]} */
    let best = []
    for (const parts of ways) {
      const words = this._words(parts, all)
      if (words.length && (!best.length || words.length < best.length)) best = words
    }
    return best
  }

  /** @param {string[]} parts @param {string} all @returns {string[]} */
  _words(parts, all) {
    for (let size = parts.length; size >= 2; size--) {
      if (parts.length - size === 1) continue // one syllable alone names nothing
      const [word] = [...this.find(all, parts.slice(0, size), true)].sort((a, b) => b[1] - a[1])
      if (!word) continue
      const rest = size < parts.length ? this._words(parts.slice(size), all) : []
      if (size === parts.length || rest.length) return [word[0], ...rest]
    }
    return []
  }
}
