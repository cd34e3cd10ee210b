"""How the words of a Word file are shown: hidden or struck through, by themselves or by a style."""

from xml.etree.ElementTree import Element

from clauses.revision.word_numbering import W

_OFF = ("0", "false", "off")


class Styles:
    """The switches of the styles of a document, each with those of its base."""

    def __init__(self, styles: Element | None) -> None:
        every = list(styles.iter(f"{W}style")) if styles is not None else []
        self._styles = {style.get(f"{W}styleId") or "": style for style in every}

    def on(self, run: Element, *names: str) -> bool:
        """Tell whether one of some properties of a run is on: `vanish`, `strike`."""
        return any(self._on(run, name) for name in names)

    def _on(self, run: Element, name: str) -> bool:
        properties, seen = run.find(f"{W}rPr"), set[str]()
        link = "rStyle"
        holder = properties
        while properties is not None or holder is not None:
            switch = properties.find(f"{W}{name}") if properties is not None else None
            if switch is not None:
                return is_on(switch.get(f"{W}val", "1"))
            style = holder.find(f"{W}{link}") if holder is not None else None
            id_ = style.get(f"{W}val") or "" if style is not None else ""
            if id_ not in self._styles or id_ in seen:
                return False
            seen.add(id_)
            holder, link = self._styles[id_], "basedOn"
            properties = holder.find(f"{W}rPr")
        return False


def is_on(value: str) -> bool:
    """Tell whether the value of a switch is on."""
    return value not in _OFF
