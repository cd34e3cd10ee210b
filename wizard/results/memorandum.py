"""Writes an assessment as plain text, like an officer's memo."""

from collections.abc import Iterator, Mapping
from typing import Any

from results.describe import describe
from results.near import Near, NearView, describe_near
from results.view import Alternative, Item, Quote, ResultsView
from results.words import Words
from results.wrapping import wrap

Json = Mapping[str, Any]


def memo(
    document: Json, application: Any, assessment: Json, language: str, near: Near | None = None
) -> str:
    """Return the memo in `zh` or `en`, wrapped for a terminal, without a final line end.

    With `near` it also lists near misses.
    """
    view = describe(document, application, assessment, language)
    close = None
    if near is not None and assessment["awards"]:
        close = describe_near(document, application, assessment, near, language)
    return "\n".join(_Memo(Words(document, language)).lines(view, close))


class _Memo:
    """Writes a view line by line."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.explained: set[str] = set()
        """The statuses that the memo has already explained; each is explained once."""

    def lines(self, view: ResultsView, near: NearView | None) -> Iterator[str]:
        label = self.words.catalogue["labels"]
        yield from wrap(view.title, 0)
        yield from wrap(label["title"], 0)
        yield ""
        for row in view.head:
            yield from self.field(row.label, row.value, 0)
        yield from self.title(label["totals"])
        for row in view.totals:
            yield from self.field(row.label, row.value, 2)
        yield from wrap(view.totals_note, 2)
        if view.payees:
            yield from self.title(label["by-payee"])
            for row in view.payees:
                yield from self.field(row.label, row.value, 2)
        yield from self.listed(label["paid-before"], view.paid)
        if not view.groups:
            yield ""
            yield from wrap(label["nothing-claimed"], 0)
        for group in view.groups:
            count = self.words.part("labels", "claims", count=str(len(group.items)))
            yield from self.title(f"{group.title} · {count}")
            for item in group.items:
                yield from self.item(item)
        if view.calendar:
            yield from self.title(self.words.say("calendar", "title"))
            yield from wrap(self.words.say("calendar", "note"), 2)
            for due in view.calendar:
                yield from self.field(due.when, due.sum, 2)
                for payment in due.payments:
                    yield from wrap(f"[{payment.number}] {payment.text}", 4, 8)
        if near is not None:
            yield from self.near(near)
        if view.readings:
            yield from self.title(label["readings-used"])
            yield from wrap(label["readings-why"], 2)
            for reading in view.readings:
                taken = self.words.part("labels", "reading-taken", option=reading.option)
                yield from wrap(f"{reading.id}  {reading.point}", 2, 7)
                yield from wrap(taken, 7)
        yield from self.listed(label["notices"], view.notices)

    def near(self, near: NearView) -> Iterator[str]:
        said = self.words.catalogue["near"]
        yield from self.title(said["title"])
        yield from wrap(said["intro"] if near.misses else said["none"], 2)
        for miss in near.misses:
            yield from wrap(
                f"· {miss.gain}{self.words.say('marks', 'sentences')}{miss.condition}", 2, 4
            )
            effect = self.words.join((miss.effect, miss.citation.citation), "sentences")
            yield from wrap(
                f"[{miss.number}] {miss.name}{self.words.say('marks', 'colon')}{effect}", 4, 8
            )

    def item(self, item: Item) -> Iterator[str]:
        label, words = self.words.catalogue["labels"], self.words
        yield ""
        name = words.part("labels", "name-and-id", name=item.name, id=item.award)
        yield from wrap(f"[{item.number}] {name}", 0, 4)
        yield from self.field(label["result"], self.status(item))
        yield from self.field(item.amount_label, item.amount)
        for remark in item.remarks:
            yield from wrap(remark, 6)
        if item.missing:
            yield from self.field(label["missing"], words.join(one.label for one in item.missing))
        if item.conditions_met:
            yield from self.field(label["conditions"], item.conditions_met)
        if item.binding:
            yield from self.field(label["binding"], item.binding)
        if item.stages:
            stages = words.join((stage.text for stage in item.stages), "clauses")
            yield from self.field(label["stages"], stages)
        yield from self.field(label["subject"], item.subject)
        yield from self.field(label["date"], item.date)
        yield from self.quoted(label["basis"], item.quote)
        if item.rule is not None:
            yield from self.quoted(label["rule"], item.rule)
        if item.steps:
            yield from self.field(label["steps"], "")
            for number, step in enumerate(item.steps, 1):
                yield from wrap(f"{number}. {step.text}", 6, 9)
        for title, texts in (
            (label["notes"], item.notes),
            (label["alternatives"], [self.other(one) for one in item.alternatives]),
        ):
            if texts:
                yield from self.field(title, "")
            for text in texts:
                yield from wrap(f"· {text}", 6, 8)
        yield from self.field(label["payee"], item.payee)
        yield from self.field(label["department"], item.departments)
        yield from self.field(label["kind"], item.kind)
        if item.frequency != words.catalogue["marks"]["none"]:
            yield from self.field(label["frequency"], item.frequency)
        if item.readings:
            used = words.join(reading.id for reading in item.readings)
            yield from self.field(label["readings"], used)

    def other(self, found: Alternative) -> str:
        point = f"{found.reading.id} {found.reading.point}".strip()
        return self.words.join((point, found.text), "sentences")

    def status(self, item: Item) -> str:
        if item.status in self.explained:
            return item.status_name
        self.explained.add(item.status)
        return self.words.join((item.status_name, item.status_sentence), "explains")

    def quoted(self, label: str, quote: Quote) -> Iterator[str]:
        marks = self.words.catalogue["marks"]
        text = f"{marks['open']}{quote.zh}{marks['close']}"
        if quote.translation:
            text = f"{marks['open']}{quote.translation}{marks['close']} {text}"
        yield from self.field(label, self.words.join((quote.citation, text), "colon"))

    def field(self, label: str, value: str, indent: int = 4) -> Iterator[str]:
        yield from wrap(self.words.join((label, value), "colon").rstrip(), indent, indent + 2)

    def title(self, text: str) -> Iterator[str]:
        yield ""
        yield from wrap(f"== {text} ==", 0)

    def listed(self, title: str, texts: list[str]) -> Iterator[str]:
        if texts:
            yield from self.title(title)
        for text in texts:
            yield from wrap(f"· {text}", 2, 4)
