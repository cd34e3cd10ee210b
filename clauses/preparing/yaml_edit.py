"""Changes values in a YAML text in place: comments, order and layout stay as the clerk wrote them.

PyYAML gives the place of every node in the text. Changes are collected and made in one go, so that
all paths are those of the text as it was read.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from clauses.key_path import KeyPath
from clauses.yaml12 import load_with_lines, load_with_nodes

_UNSAFE_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\s|$")
_UNSAFE = re.compile(r": |:$| #|\s$|\n")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]")


class YamlEdit:
    """A YAML text with changes to be made; raises `KeyError` for a path that it does not have.

    A value that stays what it is keeps its layout too.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.data, self._root = load_with_nodes(text)
        self._changes: list[tuple[int, int, str]] = []

    def replace(self, path: KeyPath, value: Any) -> None:
        """Write another value in the place of the one at `path`, in its style where it can be."""
        node, flow = self._node(path)
        if self.value(path) == value:
            return
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and isinstance(value, str):
            self._changes.append((start, end, self._scalar(node, value, flow)))
        else:
            self._changes.append((start, self._last(node), flow_text(value)))

    def replace_each(self, path: KeyPath, values: Mapping[str, Any]) -> None:
        """Write other values of keys below `path`; of those that are not there nothing is."""
        for key, value in values.items():
            if self.has((*path, key)):
                self.replace((*path, key), value)

    def replace_plain(self, path: KeyPath, words: str) -> None:
        """Write plain words, such as a day, in the place of a value."""
        node, _ = self._node(path)
        self._changes.append((node.start_mark.index, node.end_mark.index, words))

    def set(self, path: KeyPath, value: Any) -> None:
        """Write, add or, for None, take out the value of a key."""
        if value is None:
            self.delete(path)
        elif self.has(path):
            self.replace(path, value)
        else:
            *above, key = path
            last = (*above, list(self.value(above))[-1])
            self.insert_after(last, "".join(block_text({key: value}, self.margin(last))))

    def delete(self, path: KeyPath) -> None:
        """Take out a key with its value, or an item of a list; an emptied list goes with its key.

        What is not there is taken out already. Several items of one list are deleted by one call
        of `keep`.
        """
        if not self.has(path):
            return
        above, last = path[:-1], path[-1]
        parent, flow = self._node(above)
        if isinstance(parent, yaml.SequenceNode):
            self.keep(above, [n for n in range(len(parent.value)) if n != last])
            return
        if flow:
            held = {k: v for k, v in self.value(above).items() if k != last}
            self.replace(above, held)
            return
        self._changes.append((*self._lines_of(parent, last), ""))

    def keep(self, path: KeyPath, places: Sequence[int]) -> None:
        """Keep only some items of a list; a list of which none is kept goes with its key."""
        if not self.has(path) or len(places) == len(self.value(path)):
            return
        node, flow = self._node(path)
        if not places:
            self.delete(path)
        elif flow:
            items = self.value(path)
            self.replace(path, [items[n] for n in places])
        else:
            for n in range(len(node.value)):
                if n not in places:
                    self._changes.append((*self._item(node, n), ""))

    def append(self, path: KeyPath, items: Sequence[Any]) -> None:
        """Write more items behind the last one of a block list."""
        node, _ = self._node(path)
        lines = "".join(block_text(list(items), node.start_mark.column))
        self.insert_after((*path, len(node.value) - 1), lines)

    def rewrite(self, path: KeyPath, items: Sequence[Any]) -> None:
        """Write other items in the place of all those of a block list."""
        self.append(path, items)
        node, _ = self._node(path)
        for n in range(len(node.value)):
            self._changes.append((*self._item(node, n), ""))

    def margin(self, path: KeyPath) -> int:
        """Return the number of blanks before a key of a block mapping."""
        above, last = path[:-1], path[-1]
        parent, _ = self._node(above)
        for key_node, _ in parent.value:
            if _key(key_node) == last:
                column: int = key_node.start_mark.column
                return column
        raise KeyError(path)

    def insert_after(self, path: KeyPath, lines: str) -> None:
        """Write whole lines behind the key or item at `path`."""
        above, last = path[:-1], path[-1]
        parent, _ = self._node(above)
        _, end = (
            self._item(parent, last)
            if isinstance(parent, yaml.SequenceNode) and isinstance(last, int)
            else self._lines_of(parent, last)
        )
        before = "" if end == 0 or self.text[end - 1 : end] == "\n" else "\n"
        self._changes.append((end, end, before + lines))

    def has(self, path: KeyPath) -> bool:
        """Whether the text has a value at `path`."""
        try:
            self._node(path)
        except KeyError:
            return False
        return True

    def value(self, path: Iterable[str | int]) -> Any:
        """Return the value at `path`, as the text had it."""
        node = self.data
        for part in path:
            node = node[part]
        return node

    def block(self, path: KeyPath) -> str:
        """Return the lines of an item of a block list, its dash at the margin."""
        above, last = path[:-1], path[-1]
        node, _ = self._node(above)
        start, end = self._item(node, int(last))
        lines = self.text[start:end].rstrip().split("\n")
        margin = len(lines[0]) - len(lines[0].lstrip())
        return "".join(f"{line[margin:] if line[:margin].isspace() or not margin else line}\n"
                       for line in lines)  # fmt: skip

    def written(self) -> str:
        """Return the text with every change made."""
        changes = sorted(
            dict.fromkeys(self._changes), key=lambda one: (one[0], one[1] > one[0], -one[1])
        )
        parts, at = list[str](), 0
        for start, end, words in changes:
            if start < at:
                continue  # inside what was taken out
            parts += [self.text[at:start], words]
            at = end
        return "".join(parts) + self.text[at:]

    def _node(self, path: KeyPath) -> tuple[Any, bool]:
        """Return the node at a path, and whether it is inside braces or brackets."""
        node, flow = self._root, False
        for part in path:
            if isinstance(node, yaml.CollectionNode):
                flow = flow or bool(node.flow_style)
            if isinstance(node, yaml.MappingNode):
                node = next((v for k, v in node.value if _key(k) == part), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
                node = node.value[part] if 0 <= part < len(node.value) else None
            else:
                node = None
            if node is None:
                raise KeyError(path)
        if isinstance(node, yaml.CollectionNode):
            flow = flow or bool(node.flow_style)
        return node, flow

    def _lines_of(self, parent: yaml.MappingNode, key: str | int) -> tuple[int, int]:
        """Return the span of a key of a block mapping, with its line end."""
        pairs = list(parent.value)
        for n, (key_node, value_node) in enumerate(pairs):
            if _key(key_node) == key:
                start = self._line_start(key_node.start_mark.index)
                if n + 1 < len(pairs):
                    end = self._line_start(pairs[n + 1][0].start_mark.index)
                    end = self._before_comments(start, end)
                else:
                    end = self._line_end(self._last(value_node))
                return start, end
        raise KeyError(key)

    def _item(self, node: yaml.SequenceNode, place: int) -> tuple[int, int]:
        items = node.value
        start = self._line_start(items[place].start_mark.index)
        if place + 1 < len(items):
            end = self._line_start(items[place + 1].start_mark.index)
            return start, self._before_comments(start, end)
        return start, self._line_end(self._last(items[place]))

    def _last(self, node: yaml.Node) -> int:
        """Return where the last word of a node ends; PyYAML counts the blanks after it."""
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self.text[start : self._before_comments(start, end)].rstrip())

    def _before_comments(self, start: int, end: int) -> int:
        """Return where what is before the blank and comment lines at the end of a span ends."""
        lines = self.text[start:end].splitlines(keepends=True)
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
            end -= len(lines.pop())
        return end

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1

    def _scalar(self, node: yaml.ScalarNode, value: str, flow: bool) -> str:
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in (">", "|"):
            head, _, body = self.text[start:end].partition("\n")
            indent = len(body) - len(body.lstrip(" "))
            tail = body[len(body.rstrip()) :] or "\n"
            return f"{head}\n{' ' * indent}{value}{tail}"
        if node.style == "'":
            return "'" + value.replace("'", "''") + "'"
        if node.style == '"':
            return json.dumps(value, ensure_ascii=False)
        return scalar_text(value, flow)


def _key(node: yaml.ScalarNode) -> Any:
    words = str(node.value)
    return int(words) if node.tag.endswith(":int") else words


def scalar_text(value: str, flow: bool = False) -> str:
    """Write a text as YAML: without quotation marks where it is read as the same text so."""
    unsafe = _UNSAFE_START.match(value) or _UNSAFE.search(value)
    plain = not (unsafe or (flow and _UNSAFE_IN_FLOW.search(value)))
    try:
        if plain and load_with_lines(f"a: {value}\n")[0] == {"a": value}:
            return value
    except yaml.YAMLError:  # a number that is too long to be read as one
        pass
    return json.dumps(value, ensure_ascii=False)


def flow_text(value: Any) -> str:
    """Write a value in one line: a list in brackets, a mapping in braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key_text(k)}: {flow_text(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    return scalar_text(value, flow=True) if isinstance(value, str) else str(value)


def _key_text(key: Any) -> str:
    return scalar_text(key, flow=True) if isinstance(key, str) else str(key)


def block_text(value: Any, indent: int = 0) -> Iterator[str]:
    """Write a mapping or a list in lines, as the files of an edition are written."""
    margin = " " * indent
    if isinstance(value, dict):
        for key, held in value.items():
            if isinstance(held, dict | list) and held and not _short(held):
                yield f"{margin}{_key_text(key)}:\n"
                yield from block_text(held, indent + 2)
            elif isinstance(held, str) and len(held) > 60:
                yield f"{margin}{_key_text(key)}: >-\n{margin}  {held}\n"
            else:
                yield f"{margin}{_key_text(key)}: {flow_text(held)}\n"
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                first, *rest = block_text(item, indent + 2)
                yield f"{margin}- {first[indent + 2 :]}"
                yield from rest
            else:
                yield f"{margin}- {flow_text(item)}\n"


def _short(value: Any) -> bool:
    if isinstance(value, dict):
        return all(not isinstance(v, dict | list) for v in value.values()) and (
            sum(len(str(v)) for v in value.values()) < 60
        )
    return all(not isinstance(v, dict | list) for v in value)
