"""What the shape alone cannot say: references, completeness, quotes in their paragraphs."""

import unicodedata
from collections.abc import Iterator, Sequence

from clauses.files import Path_, YamlFile
from clauses.model import (
    Award,
    Bilingual,
    Clause,
    Edition,
    Glossary,
    Line,
    Obligation,
    Readings,
    Support,
    Target,
)
from clauses.model.sums import (
    ExcessSum,
    FirstTimeSum,
    HalvedSum,
    MatchedSum,
    PriceFloorSum,
    RateSum,
    TieredSum,
)

ClauseFile = tuple[YamlFile, Clause]


def check(
    edition_file: YamlFile,
    edition: Edition | None,
    readings_file: YamlFile,
    readings: Readings | None,
    glossary_file: YamlFile,
    glossary: Glossary | None,
    clauses: list[ClauseFile],
    numbers: set[int],
) -> None:
    """Note on each file what does not fit the others; nothing is raised and nothing changed.

    `clauses` are the clause files that could be read, `numbers` those of all that are there.
    """
    if edition is not None:
        _check_chapters(edition_file, edition, clauses, numbers)
    _check_unique(clauses, readings_file, readings, glossary_file, glossary)
    known_readings = {r.id for r in readings.readings} if readings else None
    known_departments = set(edition.departments) if edition else None
    awards = {award.id: award for _, clause in clauses for award in clause.awards}
    for file, clause in clauses:
        _check_clause(file, clause)
        if known_departments is not None:
            for index, paragraph in enumerate(clause.paragraphs):
                for place, code in enumerate(paragraph.departments):
                    if code not in known_departments:
                        file.fault(
                            ("paragraphs", index, "departments", place),
                            f"“{code}”",
                            "a department of policy.yml: " + ", ".join(sorted(known_departments)),
                            "correct the code, or add the department to policy.yml",
                        )
        if known_readings is not None:
            for path, reading in _readings_of(clause):
                if reading not in known_readings:
                    file.fault(
                        path,
                        f"“{reading}”",
                        "a reading of readings.yml",
                        "correct the number, or add the reading",
                    )
        for index, award in enumerate(clause.awards):
            _check_award(file, ("awards", index), clause, award, awards)


def _check_chapters(
    file: YamlFile, edition: Edition, clauses: list[ClauseFile], numbers: set[int]
) -> None:
    listed = [number for chapter in edition.chapters for number in chapter.clauses]
    for number in sorted(set(listed) - numbers):
        index = next(i for i, c in enumerate(edition.chapters) if number in c.clauses)
        file.fault(
            ("chapters", index, "clauses"),
            f"clause {number}, which has no file",
            f"the clauses that have a file: {sorted(numbers)}",
            f"add {number:02d}.yml, or take the number out",
        )
    for clause_file, clause in clauses:
        if clause.number not in listed:
            clause_file.fault(
                ("number",),
                f"{clause.number}, in no chapter",
                "a clause that a chapter of policy.yml lists",
                "add the number to its chapter in policy.yml",
            )
    if listed != sorted(set(listed)):
        file.fault(
            ("chapters",),
            f"the clauses {listed}",
            "each clause once, in rising order",
            "put the numbers in order",
        )


def _check_unique(
    clauses: list[ClauseFile],
    readings_file: YamlFile,
    readings: Readings | None,
    glossary_file: YamlFile,
    glossary: Glossary | None,
) -> None:
    seen: dict[str, str] = {}

    def once(file: YamlFile, path: Path_, what: str, name: str) -> None:
        first = seen.setdefault(f"{what} {name}", f"{file.name}:{file.line(path)}")
        if first != f"{file.name}:{file.line(path)}":
            file.fault(
                path,
                f"“{name}”, which stands already at {first}",
                f"each {what} once",
                "give it a name of its own",
            )

    for file, clause in clauses:
        once(file, ("number",), "clause number", str(clause.number))
        once(file, ("key",), "clause key", clause.key)
        for path, entry in _claimable(clause):
            once(file, (*path, "id"), "award id", entry.id)
    for index, reading in enumerate(readings.readings if readings else []):
        once(readings_file, ("readings", index, "id"), "reading", reading.id)
        if reading.recommended > len(reading.options):
            readings_file.fault(
                ("readings", index, "recommended"),
                str(reading.recommended),
                f"1 to {len(reading.options)}",
                "name one of the options",
            )
    for index, term in enumerate(glossary.terms if glossary else []):
        once(glossary_file, ("terms", index, "zh"), "term", term.zh)


def _check_clause(file: YamlFile, clause: Clause) -> None:
    if file.name.rpartition("/")[2] != f"{clause.number:02d}.yml":
        file.fault(
            ("number",),
            str(clause.number),
            "the number in the file's name",
            "rename the file or correct the number",
        )
    first = clause.paragraphs[0]
    for language, title, text, start in (
        ("zh", clause.title.zh, first.zh, f"{clause.number}、"),
        ("en", clause.title.en, first.en, f"{clause.number}. "),
    ):
        if not text.startswith(start):
            file.fault(
                ("paragraphs", 0, language),
                f"“{text[:12]}…”",
                f"a text that begins with “{start}”",
                "write the number as in the source",
            )
        if language == "zh" and title not in text:
            file.fault(
                ("title", "zh"),
                f"“{title}”",
                "the opening words of the first paragraph",
                "copy the title from the text",
            )
    for path, text in _texts(clause):
        if unicodedata.normalize("NFC", text) != text:
            file.fault(
                path, "a text with split characters", "Unicode NFC", "type the character anew"
            )
    for number, (path, quote) in _quotes(clause):
        if not 1 <= number <= len(clause.paragraphs):
            file.fault(
                (*path[:2], "paragraph"),
                str(number),
                f"1 to {len(clause.paragraphs)}",
                "name a paragraph of this clause",
            )
            continue
        paragraph = clause.paragraphs[number - 1]
        for language, words, text in (
            ("zh", quote.zh, paragraph.zh),
            ("en", quote.en, paragraph.en),
        ):
            if words not in text:
                file.fault(
                    (*path, language),
                    f"“{words}”",
                    f"words of paragraph {number}, to the letter",
                    "copy them from the paragraph above",
                )
    for index, paragraph in enumerate(clause.paragraphs):
        marked = "（补充核心政策条款）" in paragraph.zh
        if marked != (paragraph.status == "pending"):
            file.fault(
                ("paragraphs", index),
                f"status {paragraph.status}",
                "`status: pending` exactly where the text has （补充核心政策条款）",
                "set or remove the status",
            )
    for path, entry in _claimable(clause):
        if not entry.id.startswith(f"{clause.number:02d}-"):
            file.fault(
                (*path, "id"),
                f"“{entry.id}”",
                f"an id that begins with {clause.number:02d}-",
                "correct the id",
            )


def _claimable(clause: Clause) -> Iterator[tuple[tuple[str | int, ...], Award | Line]]:
    for index, award in enumerate(clause.awards):
        yield ("awards", index), award
    for index, line in enumerate(clause.lines):
        yield ("lines", index), line


def _quotes(clause: Clause) -> Iterator[tuple[int, tuple[tuple[str | int, ...], Bilingual]]]:
    """Every quotation, with the paragraph that it must stand in and its place in the file."""
    quoted: dict[str, Sequence[Award | Line | Target | Obligation | Support]] = {
        "awards": clause.awards,
        "lines": clause.lines,
        "targets": clause.targets,
        "obligations": clause.obligations,
        "support": clause.support,
    }
    for kind, entries in quoted.items():
        for index, entry in enumerate(entries):
            yield entry.paragraph, ((kind, index, "quote"), entry.quote)
    for index, award in enumerate(clause.awards):
        for place, condition in enumerate(award.when):
            yield award.paragraph, (("awards", index, "when", place, "words"), condition.words)
        if award.limit:
            yield award.paragraph, (("awards", index, "limit", "words"), award.limit.words)


def _texts(clause: Clause) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, paragraph in enumerate(clause.paragraphs):
        yield ("paragraphs", index, "zh"), paragraph.zh
        yield ("paragraphs", index, "en"), paragraph.en
    yield ("title", "zh"), clause.title.zh
    yield ("title", "en"), clause.title.en


def _readings_of(clause: Clause) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for path, entry in _claimable(clause):
        for place, reading in enumerate(entry.readings):
            yield (*path, "readings", place), reading
        if isinstance(entry, Award):
            for place, review in enumerate(entry.review):
                yield (*path, "review", place, "reading"), review.reading
            for place, condition in enumerate(entry.when):
                if condition.reading:
                    yield (*path, "when", place, "reading"), condition.reading
            if entry.limit:
                yield (*path, "limit", "reading"), entry.limit.reading


def _check_award(
    file: YamlFile,
    path: tuple[str | int, ...],
    clause: Clause,
    award: Award,
    awards: dict[str, Award],
) -> None:
    facts = {fact.name: fact for fact in award.facts}
    if len(facts) != len(award.facts):
        file.fault((*path, "facts"), "a fact twice", "each fact once", "take one out")

    def asked(name: str | None, *at: str | int) -> None:
        if name is not None and name not in facts:
            file.fault(
                (*path, *at),
                f"“{name}”",
                "a fact of this award: " + ", ".join(facts),
                "correct the name, or add the fact",
            )

    for index, condition in enumerate(award.when):
        asked(condition.fact, "when", index, "fact")
        asked(condition.of, "when", index, "of")
        for name in condition.given or {}:
            asked(name, "when", index, "given", name)
    for index, review in enumerate(award.review):
        asked(review.of, "review", index, "of")
        asked(review.less, "review", index, "less")
        for name in review.when:
            asked(name, "review", index, "when", name)
    for index, fact in enumerate(award.facts):
        asked(fact.only_with, "facts", index, "only_with")
    if not isinstance(award.subject, str):
        asked(award.subject.by, "subject", "by")

    rule = award.sum
    match rule:
        case RateSum() | ExcessSum():
            asked(rule.of, "sum", "of")
        case TieredSum() | HalvedSum():
            asked(rule.by, "sum", "by")
        case FirstTimeSum():
            asked(rule.of, "sum", "of")
            asked(rule.before, "sum", "before")
        case MatchedSum():
            asked(rule.matches, "sum", "matches")
        case PriceFloorSum():
            for key in ("floor", "times", "share_when"):
                asked(getattr(rule, key), "sum", key)
        case _:
            pass
    if isinstance(rule, ExcessSum):
        asked(rule.beyond.of, "sum", "beyond", "of")
    if isinstance(rule, HalvedSum):
        base = awards.get(rule.half_of)
        if base is None or not isinstance(base.sum, TieredSum):
            file.fault(
                (*path, "sum", "half_of"),
                f"“{rule.half_of}”",
                "an award with `tiers`",
                "correct the id",
            )
    for key, ids in (
        ("adds_to", award.adds_to),
        ("limit", award.limit.awards if award.limit else []),
    ):
        for other in ids:
            if other not in awards:
                file.fault(
                    (*path, key), f"“{other}”", "the id of an award with a sum", "correct the id"
                )
    paragraphs = {number: p.zh for number, p in enumerate(clause.paragraphs, 1)}
    for words, at in _figures(award):
        if words not in paragraphs.get(award.paragraph, words):
            file.fault(
                (*path, *at),
                f"“{words}”",
                "words of the paragraph, to the letter",
                "write the figure as the text does",
            )


def _figures(award: Award) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every figure of the rule, with its key; halves stand for the award they halve."""
    stack: list[tuple[object, tuple[str | int, ...]]] = [(award.sum, ("sum",))]
    for index, stage in enumerate(award.stages):
        if stage.share:
            yield stage.share, ("stages", index, "share")
    for index, condition in enumerate(award.when):
        if condition.compares:
            yield condition.compares, ("when", index, "compares")
    if award.limit:
        for key in ("count", "in_all"):
            if words := getattr(award.limit, key):
                yield words, ("limit", key)
    while stack:
        node, at = stack.pop()
        if isinstance(node, TieredSum):
            for code, words in node.tiers.items():
                yield words, (*at, "tiers", code)
            continue
        for key in ("amount", "rate", "at_most", "share", "at", "sum", "first_time", "halved"):
            words = getattr(node, key, None)
            if isinstance(words, str):
                yield words, (*at, key)
        for index, step in enumerate(getattr(node, "steps", [])):
            stack.append((step, (*at, "steps", index)))
        if (beyond := getattr(node, "beyond", None)) is not None:
            stack.append((beyond, (*at, "beyond")))
