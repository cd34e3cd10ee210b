"""Prepares a new edition: from a revised text, or as a copy; and confirms what was proposed.

`revise` makes an edition from a revised text, which `clauses.revision` reads and compares with the
former edition. The steps, in the order in which data flow:

1. What the new text is:

   - `received`: the text as an edition writes it, with its `source.txt`;
   - `pairing`: which clause is which, asked where the comparison is not sure;
   - `department_names`: which departments are known, renamed or new;
   - `department_marks`: what stands for an English name until somebody writes it.

2. What becomes of each clause, and of its English:

   - `plan`: what each clause and paragraph is made from;
   - `carried_sentences`: a sentence that the former edition has keeps its English;
   - `sentence_pairs`: the sentences of a passage, each with its English;
   - `translation`: the English of a changed passage is proposed, and proved as the check does;
   - `english`: the edits of the old English, where they are sure;
   - `passage_diff`: where the words of a passage went in its new version;
   - `paragraph_parts`: a paragraph without its departments and its mark;
   - `entries`: awards, lines, targets, duties and words of support follow their words;
   - `own_words`: our own words about an award, and new figures in them;
   - `term`: the term of the new text, and `former_term` the days that it no longer has.

3. The files of the edition, written from what `new_edition` holds:

   - `edition_file`: `policy.yml`;
   - `carrying`: calls the other writers, each for its files;
   - `clause_files`: the clauses;
   - `readings_file`: the readings;
   - `beside_clauses`: excused figures, differences from the print, topics, queries;
   - `case_files`: worked cases and examples;
   - `clause_references`: the numbers of clauses in our own prose;
   - `yaml_edit`: changes a YAML file in place;
   - `words`: the words of `words.toml`, and days in both languages.

4. What waits for a person:

   - `overtaken`: our own words that the new text overtook;
   - `outdated`: our own words about what has changed;
   - `pending`: the list, `pending.yml`;
   - `proving`: the check runs, and each fault is listed;
   - `by_hand`: proposals are sealed, so that a change by hand is noticed;
   - `writing`: the folder is published in one step.

The other commands:

- `copying`: `build.py revise new`, an edition as a copy of another;
- `rearranging`: `build.py renumber`, `build.py move` and `build.py merge`, which write an edition
  in another order; `arrangement` says in which, `source_in_order` does it for `source.txt`;
- `confirm`: `build.py confirm`, which takes entries off the list; `progress` says what still waits,
  `expectations` writes the new results of worked cases, `unanswered` finds the examples that leave
  a new question open;
- `preview`: an edition in preparation, compiled as it is;
- `telling`: what all of them did, in lines for people; `errors`: why they refuse.
"""
