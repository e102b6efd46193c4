"""Editing a text: caret, selection, words, limits."""

from game.ui.widgets.editing import Edit


def test_insert_replaces_the_selection() -> None:
    edit = Edit("Team One", 8, 5)
    edit.insert("Two")
    assert edit.text == "Team Two"
    assert edit.selection == (8, 8)


def test_limit_counts_what_is_replaced() -> None:
    edit = Edit("abcde", 5, 5, limit=5)
    assert not edit.insert("f")
    edit.select_all()
    assert edit.insert("123456789")
    assert edit.text == "12345"


def test_deleting_by_letter_and_word() -> None:
    edit = Edit("one two  three", 14, 14)
    edit.delete_back()
    assert edit.text == "one two  thre"
    edit.delete_back(word=True)
    assert edit.text == "one two  "
    edit.go(0)
    edit.delete_ahead(word=True)
    assert edit.text == "two  "
    edit.go(0)
    assert not edit.delete_back()


def test_moving_and_selecting() -> None:
    edit = Edit("one two", 7, 7)
    edit.left(word=True, select=True)
    assert edit.selected == "two"
    edit.left()
    assert edit.selection == (4, 4)
    edit.right(word=True)
    assert edit.caret == 7
    edit.right()
    assert edit.caret == 7
