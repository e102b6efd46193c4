"""campaigns/REFERENCE.md: the whole reference as one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.content.problems import Code
from game.content.reference import topics
from game.content.reference.samples import example_of
from game.content.reference.vocabulary import EntryKind, entry_kind
from game.content.schema.words import Entry

_INTRODUCTION = """\
<!-- This page is made by `nadc reference --markdown` from the program itself. Do not edit it. -->

# Reference for authors

Every word that a campaign may use: keys, effects, quantities, triggers and the codes of problems.
The guide, [README.md](README.md), says in which order to use them; `nadc reference WORD` shows one
of them on the screen. All examples come from a campaign that is checked and played with each
release of the program.

In the tables, *needed* in the column *Default* means that an entry cannot do without the key; an
empty cell means that nothing stands there when the key is left out.
"""


def reference() -> str:
    """The reference, ready to be written to campaigns/REFERENCE.md."""
    parts = [_INTRODUCTION, _contents(), *_files(), _effects(), _triggers()]
    parts += [_conditions(), _quantities(), _codes()]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _anchor(heading: str) -> str:
    """The anchor that a heading gets on the page."""
    return re.sub(r"[^a-z0-9 _-]", "", heading.lower()).replace(" ", "-")


def _link(model: type[Entry]) -> str:
    name = entry_kind(model).name
    return f"[{name}](#{_anchor(name)})"


def _contents() -> str:
    lines = []
    for file, kinds in topics.files():
        names = (kind for kind in kinds if kind.name != file)
        inside = ", ".join(f"[{kind.name}](#{_anchor(kind.name)})" for kind in names)
        lines.append(f"- [{file}](#{_anchor(file)}){': ' if inside else ''}{inside}")
    verbs = ", ".join(f"[{kind.verb}](#{_anchor(kind.name)})" for kind in topics.effects())
    lines.append(f"- [Effects](#effects): {verbs}")
    lines.append(
        "- [Triggers](#triggers), [Conditions](#conditions), [Quantities](#quantities), "
        "[Codes of problems](#codes-of-problems)"
    )
    return "\n".join(lines)


def _files() -> Iterator[str]:
    for file, kinds in topics.files():
        for kind in kinds:
            yield _kind(kind, "##" if kind.name == file else "###")


def _effects() -> str:
    head = (
        "## Effects\n\nAn effect is an entry with `do:` and one of these verbs. Each may carry "
        "`if` and `chance` besides its own keys. Where `where` is missing, the card's target is "
        "meant.\n"
    )
    return "\n".join([head, *(_kind(kind, "###") for kind in topics.effects())])


def _kind(kind: EntryKind, level: str) -> str:
    parts = [f"{level} {kind.name}\n", f"{kind.doc}\n", _table(kind), *_manuals(kind)]
    example = topics.example(kind)
    if example:
        parts.append(f"```yaml\n{example}\n```\n")
    return "\n".join(parts)


def _table(kind: EntryKind) -> str:
    lines = ["| Key | Takes | Default | Meaning | Example |", "|---|---|---|---|---|"]
    for row in topics.rows(kind, _link):
        default = "*needed*" if row.default == "needed" else _code(row.default)
        cells = (_code(row.name), row.takes, default, row.doc, _code(row.example))
        lines.append(_line(cells))
    return "\n".join(lines) + "\n"


def _manuals(kind: EntryKind) -> Iterator[str]:
    for row in topics.rows(kind):
        if row.words:
            lines = [f"Words of `{row.name}`:\n"]
            lines += [f"- `{word}`: {meaning}" for word, meaning in row.words]
            yield "\n".join(lines) + "\n"


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _triggers() -> str:
    lines = ["## Triggers\n", "An inject has exactly one of these four.\n"]
    lines += ["| Trigger | Fires | Example |", "|---|---|---|"]
    for key, meaning in topics.TRIGGERS:
        lines.append(_line((_code(key), meaning, _code(topics.trigger_example(key)))))
    return "\n".join(lines) + "\n"


def _conditions() -> str:
    return """\
## Conditions

A condition compares one quantity with one number by `>=`, `<=`, `>`, `<`, `==` or `!=`. A quantity
that is 1 or 0 may stand alone, with or without `not` before it. Several conditions are a list:

```yaml
when: harm >= 14
when: not active(nadc-charter)
when: {all: [harm >= 12, quarter >= 2]} # every one must hold
when: {any: [harm >= 14, delivered >= 9]} # one is enough
```
"""


def _quantities() -> str:
    lines = ["## Quantities\n", "What stands in brackets is the id of such a thing.\n"]
    lines += ["| Quantity | Values | Meaning | Example |", "|---|---|---|---|"]
    for quantity in topics.quantities():
        name, values = topics.written(quantity), topics.range_of(quantity)
        lines.append(_line((_code(name), values, quantity.doc, _code(example_of(quantity)))))
    return "\n".join(lines) + "\n"


def _codes() -> str:
    head = (
        "## Codes of problems\n\nWhat `nadc check` reports. An error keeps a campaign from being "
        "played; warnings and advice can be silenced in one line with "
        "`# nadc: ignore N603 because ...`.\n"
    )
    return "\n".join([head, *(_code_entry(code) for code in topics.codes())])


def _code_entry(code: Code) -> str:
    parts = [f"### {code.code}\n", f"**{code.title}** ({code.severity}). {code.explanation}\n"]
    if code.wrong:
        parts.append(f"Wrong:\n\n```yaml\n{code.wrong.rstrip()}\n```\n")
        parts.append(f"Right:\n\n```yaml\n{code.right.rstrip()}\n```\n")
    return "\n".join(parts)
