// What the page and its worker tell each other: questions go to the worker, answers come back.
// `engine.js` sends the questions and receives the answers, `serve.js` does the opposite.

export type Language = "zh" | "en";

/** A question. `id` counts up from 1; a later `read` replaces one that is not answered yet. */
export type Question = Read | Open | Table;

/** A question before it has its number. */
export type Asked = Omit<Read, "id"> | Omit<Open, "id"> | Omit<Table, "id">;

/**
 * Read the form and compute; `page`: write the page of results too; `kept`: compare with it;
 * `against`: compare with the same answers under another edition.
 */
export interface Read {
  id: number;
  do: "read";
  /** JSON: the state of the form (`state.js`). */
  state: string;
  language: Language;
  page: boolean;
  /** JSON: another state, or empty. */
  kept: string;
  /** The address of the policy document of another edition, or empty. */
  against: string;
}

/** Open the text of a saved file. */
export interface Open {
  id: number;
  do: "open";
  text: string;
  language: Language;
}

/**
 * Write the results as a table, or, with `against`, their comparison with another edition; `root` is
 * the address of the language, for links to the text.
 */
export interface Table {
  id: number;
  do: "listing" | "workbook";
  state: string;
  language: Language;
  root: string;
  against: string;
}

/**
 * An answer carries the `id` of its question, or 0 for what answers none. A `read` is answered by
 * `figures`, and with `page` then by `results`, `compared` (where `kept` is given), `between` (where
 * `against` is given; its `html` is empty if that edition could not be fetched or compared) and `near`.
 * `more` says that another answer to the same question follows. JSON comes from `FormSession`
 * (`answers/session.py`), which describes its shape.
 */
export type Answer =
  | { id: 0; is: "ready" }
  | { id: 0; is: "failed"; why: string }
  | { id: number; is: "error"; why: string }
  | { id: number; is: "figures"; answer: string; more: boolean }
  | { id: number; is: "results" | "compared" | "between"; html: string; more: true }
  | { id: number; is: "near"; html: string }
  | { id: number; is: "opened"; answer: string }
  | { id: number; is: "taken"; content: string | Uint8Array }
  | { id: number; is: "unfetched" };

/**
 * Where the worker finds its files: absolute addresses; `home` is the path from the page to the root
 * of its language, where it is not `../`; `packed` is “yes” where the server compresses nothing.
 */
export interface Places {
  runtime: string;
  archive: string;
  results: string;
  policy: string;
  workbook: string;
  home?: string;
  packed?: "yes";
}
