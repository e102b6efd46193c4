"""The models' error report as problems with sentences an author understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from game.content.positions import Lines, Node, Step
from game.content.problems import Place, Problem, both, report, say
from game.content.problems.nearest import as_id, listed, nearest
from game.content.wording.findings import Finding, find, is_echo, settled
from game.content.wording.grammar import (
    Slot,
    Spot,
    fields_of,
    is_model,
    limit,
    locate,
    tagged,
    union_members,
    words_of,
)
from game.content.wording.kinds import mend, wrong_kind

MAX_WORDS = 25


@dataclass(frozen=True, slots=True)
class Faults:
    """What a tree has wrong: the problems, and the paths to the places that have them."""

    problems: tuple[Problem, ...]
    paths: frozenset[tuple[Step, ...]]


MAX_FAULTS = 200


def schema_faults(model: Any, root: Node, failure: ValidationError, lines: Lines) -> Faults:
    """Every error of a failed validation as a problem, in the author's words.

    `model` is what was validated against, `root` the tree that was validated. After 200 errors
    one problem stands for the rest.
    """
    errors = failure.errors(include_url=False)
    found = [find(model, root, error, lines) for error in errors[:MAX_FAULTS]]
    kept = [finding for finding in settled(found) if not is_echo(finding)]
    problems = _without_consequences(kept, [_word(finding) for finding in kept])
    if len(errors) > MAX_FAULTS:
        says = say("This file has {count} problems more.", count=len(errors) - MAX_FAULTS)
        problems.append(report("N118", Place(root.file), says, say("Mend the others first.")))
    return Faults(tuple(problems), frozenset(_paths(model, errors)))


def _paths(model: Any, errors: Iterable[Any]) -> Iterator[tuple[Step, ...]]:
    # One step leads to a key of the file itself, which a hostile one may have many thousands of.
    for trail in {tuple(error["loc"][:3]) for error in errors}:
        yield trail if len(trail) == 1 else tuple(locate(model, trail).path)


def _without_consequences(findings: list[Finding], problems: list[Problem]) -> list[Problem]:
    """Leave out a missing key where the same entry has a misspelled one that is meant for it."""
    misspelled = {
        (id(f.root.deepest(f.spot.path[:-1])), nearest(str(f.last), _keys(f.spot.owner)))
        for f in findings
        if f.type == "extra_forbidden"
    }
    return [
        problem
        for finding, problem in zip(findings, problems, strict=True)
        if finding.type != "missing" or (id(finding.node), str(finding.last)) not in misspelled
    ]


def _keys(owner: type[BaseModel] | None) -> list[str]:
    return list(fields_of(owner)) if owner is not None else []


def _word(finding: Finding) -> Problem:
    for pattern, worder in _WORDERS:
        if pattern.fullmatch(finding.type):
            return worder(finding)
    return report("N203", finding.place, say("This value cannot be used here."))


def _unknown_key(f: Finding) -> Problem:
    key = str(f.last)
    keys = _keys(f.spot.owner)
    place = f.lines.at_key(f.node)
    says = say("There is no key `{key}` here.", key=key)
    near = nearest(key, keys)
    if near is not None:
        return report("N201", place, says, say("Did you mean `{near}`?", near=near))
    beside = _further_out(f, key)
    if beside is not None:
        fix = say("It belongs further to the left, in line with `{beside}`.", beside=beside)
        return report("N201", place, says, fix)
    return report("N201", place, says, say("Keys here: {keys}.", keys=listed(keys, MAX_WORDS)))


def _further_out(f: Finding, key: str) -> Step | None:
    """The key beside which the author's key would be right, in an entry further out."""
    outer = list(zip(f.spot.owners, f.spot.depths, strict=True))[:-1]
    for owner, depth in reversed(outer):
        if key in fields_of(owner):
            return f.spot.path[depth]
    return None


def _missing(f: Finding) -> Problem:
    if f.is_item:
        return _list_length(f)
    name = _name(f.node)
    says = (
        say("`{name}` has no key `{key}`.", name=name, key=f.last)
        if name
        else say("The key `{key}` is missing here.", key=f.last)
    )
    manual = _inline(f.spot.slot.manual) if f.spot.slot else ""
    fix = (
        say("Add the key `{key}`: {manual}", key=f.last, manual=manual)
        if manual
        else say("Add the key `{key}` with its value.", key=f.last)
    )
    place = f.lines.at(f.node) if f.node.items is None else f.place
    return report("N202", place, says, fix)


def _inline(manual: str) -> str:
    """The first line of a key's description, to stand after a colon."""
    line = manual.split("\n")[0]
    return line[0].lower() + line[1:] if line[1:2].islower() else line


def _name(node: Node) -> str:
    """What an author calls an entry: its id, or the word that tells its kind."""
    value = node.value if isinstance(node.value, dict) else {}
    name = value.get("id")
    return name if isinstance(name, str) and len(name) <= 60 else ""


def _wrong_kind(f: Finding) -> Problem:
    slot = f.spot.slot
    if slot is None:
        return report("N203", f.place, say("This value cannot be used here."))
    return report(
        "N203", f.place, wrong_kind(slot, f.key, f.is_item), mend(slot, f.node.value, f.is_item)
    )


def _either(f: Finding) -> Problem:
    slot = f.spot.slot
    if slot is None or f.node.entries is None:
        return _wrong_kind(f)
    keys = [key for m in union_members(slot.kind) if is_model(m) for key in fields_of(m)]
    says = say("`{key}` has none of the keys that can stand here.", key=f.key)
    return report("N202", f.place, says, say("Use one of: {keys}.", keys=", ".join(keys)))


def _word_of_list(f: Finding) -> Problem:
    words = words_of(f.spot.slot.kind) if f.spot.slot is not None else ()
    if f.is_of_key:
        return _key_not_in(f, words)
    if words:
        return _not_in(f, words, f.node)
    return _wrong_kind(f)


def _key_not_in(f: Finding, words: Sequence[str]) -> Problem:
    says = say("There is no key `{key}` here.", key=f.key)
    near = nearest(f.key, words)
    fix = (
        say("Did you mean `{near}`?", near=near)
        if near
        else say("Keys here: {keys}.", keys=listed(words, MAX_WORDS))
    )
    return report("N201", f.lines.at_key(f.node), says, fix)


def _not_in(f: Finding, words: Sequence[str], node: Node) -> Problem:
    value = node.value
    place = f.lines.at(node)
    slot = f.spot.slot
    if str(value) in words and slot is not None:
        is_number = not isinstance(get_args(slot.kind)[0], str)
        fix = (
            say("Write {word} without quotes.", word=value)
            if is_number
            else say("Put {word} in quotes.", word=value)
        )
        says = say("`{key}` must be one of a fixed list of words.", key=f.key)
        return report("N204", place, says, fix)
    all_words = say("Words here: {words}.", words=listed(words, MAX_WORDS))
    if not isinstance(value, str):
        says = say("`{key}` must be one of a fixed list of words.", key=f.key)
        return report("N204", place, says, all_words)
    says = say("`{word}` is not a word that `{key}` knows.", word=_cut(value), key=f.key)
    near = nearest(value, words)
    meant = say("Did you mean `{near}`?", near=near) if near else None
    return report("N204", place, says, both(meant, all_words))


def _cut(text: str, length: int = 40) -> str:
    return text if len(text) <= length else text[: length - 3] + "..."


def _tag_wrong(f: Finding) -> Problem:
    slot = f.spot.slot
    if slot is None or slot.tag_key is None:
        return _wrong_kind(f)
    node = f.node.child(slot.tag_key) or f.node
    inner = Spot([*f.spot.path, slot.tag_key], slot, f.spot.owners)
    finding = Finding(f.type, (), inner, node, f.context, f.message, f.root, f.lines)
    return _not_in(finding, list(tagged(slot)), node)


def _tag_missing(f: Finding) -> Problem:
    slot = f.spot.slot
    if slot is None or slot.tag_key is None:
        return _wrong_kind(f)
    kinds = tagged(slot)
    keys = list(f.node.entries or ())
    says = say("The key `{key}` is missing: it says what this entry is.", key=slot.tag_key)
    meant = next((key for key in keys if key in kinds), None)
    if meant is not None:
        fix = say("Did you mean `{key}: {word}`?", key=slot.tag_key, word=meant)
        return report("N209", f.place, says, fix)
    fix = say(
        "Add `{key}:` with one of: {words}.", key=slot.tag_key, words=listed(kinds, MAX_WORDS)
    )
    return report("N209", f.place, says, fix)


def _range(f: Finding) -> Problem:
    slot = f.spot.slot
    low = limit(slot, "ge") if slot else None
    high = limit(slot, "le") if slot else None
    values = {"key": f.key, "value": f.node.value, "low": low, "high": high}
    if low is not None and high is not None:
        says = say("`{key}` is {value}, but must lie between {low} and {high}.", **values)
    elif low is not None:
        says = say("`{key}` is {value}, but must be {low} or more.", **values)
    else:
        says = say("`{key}` is {value}, but must be {high} or less.", **values)
    return report("N205", f.place, says)


def _pattern(f: Finding) -> Problem:
    written = str(f.node.value)
    plain = as_id(written)
    says = say("`{word}` is not written as an id.", word=_cut(written))
    fix = (
        say("Use small letters, digits and single hyphens: `{plain}`.", plain=plain)
        if plain
        else say("Use small letters, digits and single hyphens.")
    )
    return report("N206", f.place, says, fix)


def _text_length(f: Finding) -> Problem:
    length = len(f.node.value) if isinstance(f.node.value, str) else 0
    most = f.context.get("max_length")
    if most is None:
        says = say("`{key}` is empty.", key=f.key)
        return report("N207", f.place, says, say("Write a text, or remove the line."))
    says = say(
        "This text has {length} characters; `{key}` may have {most}.",
        length=length,
        key=f.key,
        most=most,
    )
    return report("N207", f.place, says, say("Shorten the text."))


def _list_length(f: Finding) -> Problem:
    count = len(f.node.items or ())
    place, key = f.lines.at(f.node), f.key
    least, most = f.context.get("min_length"), f.context.get("max_length")
    fixed = _fixed_length(f.spot.owner_slot if f.type == "missing" else f.spot.slot)
    if fixed:
        says = say(
            "`{key}` must have exactly {fixed} items, not {count}.",
            key=key,
            fixed=fixed,
            count=count,
        )
    elif least is not None:
        says = say(
            "`{key}` needs more items: at least {least}, not {count}.",
            key=key,
            least=least,
            count=count,
        )
    else:
        says = say(
            "`{key}` has too many items: at most {most}, not {count}.",
            key=key,
            most=most,
            count=count,
        )
    return report("N208", place, says)


def _fixed_length(slot: Slot | None) -> int:
    """How many items a list of fixed length has; 0 for any other list."""
    items = get_args(slot.kind) if slot is not None else ()
    return 0 if Ellipsis in items else len(items)


def _rule(f: Finding) -> Problem:
    reason = f.context.get("error", f.message)
    return report("N210", f.place, say("{reason}", reason=_cut(str(reason), 300)))


def _compiled(
    table: Iterable[tuple[str, Callable[[Finding], Problem]]],
) -> tuple[tuple[re.Pattern[str], Callable[[Finding], Problem]], ...]:
    return tuple((re.compile(pattern), worder) for pattern, worder in table)


_WORDERS = _compiled(
    (
        ("extra_forbidden", _unknown_key),
        ("missing", _missing),
        ("literal_error|enum", _word_of_list),
        ("union_tag_invalid", _tag_wrong),
        ("union_tag_not_found", _tag_missing),
        ("either_type", _either),
        ("(greater|less)_than(_equal)?|multiple_of|finite_number", _range),
        ("string_pattern_mismatch", _pattern),
        ("string_too_(short|long)", _text_length),
        ("too_(short|long)", _list_length),
        ("value_error|assertion_error", _rule),
        (".*_(type|parsing|from_float)|int_parsing_size", _wrong_kind),
    )
)
