"""A revised text beside an edition: read, aligned with it, and what changed, by kind.

The steps, in the order in which data flow:

1. A file is read as a text (`texts`):

   - `plain_text`: its encoding and its kind;
   - `word`: a Word file as Word shows it, with `word_numbering`, `word_styles` and `word_symbols`;
   - `tables`: a table as the sentences that a person would read from it;
   - `canonical`: one form of writing, so that only what is meant is compared;
   - `imprint`: the lines of an official document beside its text are set aside;
   - `healing`: what the ends of lines and pages cut is put together;
   - `clause_number`: the number before a clause;
   - `document`: letter, head, chapters, clauses with paragraphs, closing rules; of an edition too.

2. The clauses of two texts are paired, and compared (`comparison`):

   - `pairing`: which clause is which, by their keys or by subject and words;
   - `likeness`: how alike two passages are, and who is paired with whom;
   - `clause_changes`: what changed in a clause, by its sentences;
   - `outside`: what changed outside the clauses;
   - `chapters`: which clauses of two editions are in another chapter.

3. The sentences of a clause are paired:

   - `sentences`: a paragraph as its sentences, and what is at its end;
   - `joined`: what one text joins in a sentence and the other separates;
   - `tiered`: levels that only one text has in a row, written out one by one;
   - `rewriting`: a sentence in other words is compared by what it says;
   - `listed`: items of a list that are nowhere in the other text;
   - `endings`: the departments and the mark at the end of a paragraph.

4. Two versions of a sentence are compared (`changes`), as rows of tokens:

   - `figures`: figures with their value, however they are written;
   - `bounds`: how a figure binds, and how something is compared with it;
   - `roles`: what a figure does in its sentence: rate, ceiling, threshold;
   - `words`: the words that bear on a sum, and those that say the same (`words.toml`);
   - `tokens`: a sentence as a row of figures, words and characters;
   - `orders`: the same words in another order;
   - `hunks`: the runs of tokens in which both rows differ;
   - `moved_words`: what is in both versions at another place;
   - `contents`: what the plain words of only one version say;
   - `figure_changes`: what changed in the figures;
   - `word_changes`: what changed in the words, and `plain_words` in those of no table;
   - `ties`: figures and words that changed partners;
   - `settling`: each change is reported once;
   - `change`: a change with its kind and its place.

5. The changes are reported:

   - `provisions`: the award or line on which a change bears;
   - `values`: how a report writes a value;
   - `report`: the report on two texts, in its JSON form;
   - `summary`: the same in lines for people;
   - `differences`: `build.py diff`, which compares files and editions.

6. Two editions are compared by their rules too (`editions`):

   - `sums`: the parts of a sum, each with the kind of its change;
   - `rules`: what changed in the compiled rules;
   - `rule_places`: the words and figures of the text on which a rule rests;
   - `signals`: changes of words and of rules beside each other; what only one of them has is
     disputed;
   - `redline`: what stays, was struck and was inserted, and `redlines` for each paragraph;
   - `mirror`: the report the other way round.
"""
