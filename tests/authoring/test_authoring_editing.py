"""Edits of an author's file: exactly what was meant changes, and everything else stays."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.editing.changes import add_key, append_to, remove_key, rename_key, set_value
from game.content.editing.files import Source, read_source, write_folder, write_texts
from game.content.editing.layout import Edit, Laid, edited, lay_out
from game.content.editing.schema_line import with_schema_line
from game.content.positions import Lines
from game.content.problems import ContentError
from game.content.reading.tree import Allowance, read_tree
from game.content.reference.flow import in_block, in_flow
from game.resources import campaigns_dir

TEXT = """\
# The frame.
title: "Two: Banks" # the title
seats:
  - id: us # first
    pool: [one, two]
    more: {a: 1, b: 2}

  # The second seat.
  - id: mexico
    wants: >-
      A long text
      over lines.

    # after the text
rules: {hand: 1}
"""


def value(text: str) -> object:
    root = read_tree("f.yaml", text, Lines(), Allowance()).root
    return root.value if root is not None else None


def at(*path: str | int) -> Laid:
    found = lay_out("f.yaml", TEXT).at(*path)
    assert found is not None
    return found


def test_every_value_is_found_where_it_stands() -> None:
    for path, piece in [
        (("title",), '"Two: Banks"'),
        (("seats", 0, "id"), "us"),
        (("seats", 0, "pool"), "[one, two]"),
        (("seats", 0, "more"), "{a: 1, b: 2}"),
        (("seats", 1, "wants"), ">-\n      A long text\n      over lines."),
        (("rules", "hand"), "1"),
    ]:
        laid = at(*path)
        assert TEXT[laid.start : laid.end] == piece
    assert at("seats", 1).end == at("seats", 1, "wants").end
    assert lay_out("f.yaml", TEXT).at("seats", 5, "id") is None


def test_an_item_goes_behind_the_last_one_laid_out_alike() -> None:
    edit = append_to(TEXT, at("seats"), "id: canada\nwants: quiet", "")
    new = edited(TEXT, [edit])
    assert "over lines.\n\n  - id: canada\n    wants: quiet\n\n    # after the text\n" in new
    assert edited(TEXT, [append_to(TEXT, at("seats", 0, "pool"), "", "three")]) == TEXT.replace(
        "[one, two]", "[one, two, three]"
    )


def test_keys_are_added_renamed_set_and_removed() -> None:
    us, rules = at("seats", 0), at("rules")
    assert "    more: {a: 1, b: 2}\n    new: 3\n" in edited(TEXT, [add_key(TEXT, us, "new", "3")])
    assert "rules: {hand: 1, new: 3}\n" in edited(TEXT, [add_key(TEXT, rules, "new", "3")])
    assert "    wishes: {a: 1" in edited(TEXT, [rename_key(us, "more", "wishes")])
    assert "title: Other # the title\n" in edited(TEXT, [set_value(at("title"), "Other")])
    assert "pool" not in edited(TEXT, [remove_key(TEXT, us, "pool")])
    assert "  - pool: [one" in edited(TEXT, [remove_key(TEXT, us, "id")])
    more = at("seats", 0, "more")
    assert "{b: 2}" in edited(TEXT, [remove_key(TEXT, more, "a")])
    assert "{a: 1}" in edited(TEXT, [remove_key(TEXT, more, "b")])
    assert "rules: {}" in edited(TEXT, [remove_key(TEXT, rules, "hand")])


def test_edits_may_not_overlap() -> None:
    with pytest.raises(ValueError, match="overlap"):
        edited("abcdef", [Edit(0, 3, ""), Edit(2, 4, "")])


def test_a_text_that_cannot_be_read_is_not_touched() -> None:
    for text in ("a: [", "a: &x 1\nb: *x\n", "a:\tb"):
        with pytest.raises(ContentError):
            lay_out("f.yaml", text)


def shipped() -> Iterable[Path]:
    return sorted(campaigns_dir().rglob("*.yaml"))


@pytest.mark.parametrize("path", shipped(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_word_of_the_shipped_files_is_found_where_it_stands(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    waiting: list[tuple[Laid, object]] = [(lay_out(path.name, text), value(text))]
    while waiting:
        laid, there = waiting.pop()
        if isinstance(there, dict):
            assert list(laid.entries) == list(there)
            waiting += [(laid.entries[key], there[key]) for key in there]
            for key, name in laid.keys.items():
                assert text[name.start : name.end].strip("\"'") == key
        elif isinstance(there, list):
            waiting += list(zip(laid.items, there, strict=True))
        else:
            assert value(text[laid.start : laid.end].replace("\n", "\n ")) == there


PLAIN = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from("abcd"), VALUES, min_size=1))
def test_what_is_written_reads_as_it_was(entry: dict[str, object]) -> None:
    assert value(in_flow(entry)) == entry
    assert value(in_block(entry)) == entry


def test_the_schema_line_is_put_once() -> None:
    once = with_schema_line("map.yaml", "areas: []\n")
    assert once == "# yaml-language-server: $schema=.schema/map.json\nareas: []\n"
    assert with_schema_line("map.yaml", once) == once
    assert with_schema_line("map.yaml", once, "../").startswith(
        "# yaml-language-server: $schema=../"
    )


def test_files_keep_their_line_ends_and_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\r\n")
    path.chmod(0o640)
    write_texts(tmp_path, {"a.yaml": "a: 2\n", "cards/b.yaml": "b: 1\n"})
    assert path.read_bytes() == b"a: 2\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "cards" / "b.yaml").read_bytes() == b"b: 1\n"
    assert read_source(path, "a.yaml") == Source("a: 2\n", "\r\n")
    assert not list(tmp_path.rglob(".nadc-*"))


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError):
        write_texts(tmp_path, {"a.yaml": "a: 2\n", "b.yaml": "b: 2\n"})
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "a: 1\n"
    assert not list(tmp_path.rglob(".nadc-*"))


def test_links_are_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("mine: 1\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.yaml").symlink_to(outside)
    with pytest.raises(ContentError):
        write_texts(tmp_path / "in", {"a.yaml": "a: 2\n"})
    assert outside.read_text(encoding="utf-8") == "mine: 1\n"


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_folder(tmp_path, {"a.yaml": "a: 1\n"})
    assert list(tmp_path.iterdir()) == []
