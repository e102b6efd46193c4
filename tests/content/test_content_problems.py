"""Problems: how they are shown to people and programs, silenced, and explained."""

from __future__ import annotations

import json
import re
from itertools import combinations

import pytest
from content_samples import CAMPAIGN, checked, codes, read, texts_of

from game.content.problems import CODES, Place, Severity, report, say
from game.content.problems.nearest import as_id, listed, nearest
from game.content.problems.problem import in_order
from game.content.problems.render import as_annotation, as_json, as_text, counted

PROBLEM = report(
    "N204",
    Place("map.yaml", 17, 11, "    kind: boarder"),
    say("`{word}` is not a word that `{key}` knows.", word="boarder", key="kind"),
    say("Did you mean `{near}`?", near="border"),
)


class Spanish:
    """A translator with two sentences."""

    def gettext(self, message: str, /) -> str:
        """The sentence in Spanish, if it is one of the two."""
        return {
            "`{word}` is not a word that `{key}` knows.": "`{key}` no conoce la palabra `{word}`.",
            "Did you mean `{near}`?": "¿Quiso decir `{near}`?",
        }.get(message, message)


def test_a_problem_shows_place_sentence_line_caret_and_fix() -> None:
    assert as_text(PROBLEM).split("\n") == [
        "map.yaml:17:11: error N204: `boarder` is not a word that `kind` knows.",
        "  17 |     kind: boarder",
        "     |           ^",
        "  Did you mean `border`?",
    ]


def test_a_problem_is_worded_in_the_readers_language() -> None:
    assert as_text(PROBLEM, translator=Spanish()).split("\n")[::3] == [
        "map.yaml:17:11: error N204: `kind` no conoce la palabra `boarder`.",
        "  ¿Quiso decir `border`?",
    ]


def test_the_path_shown_is_the_one_that_the_reader_can_open() -> None:
    shown = as_text(PROBLEM, locate=lambda file: f"campaigns/x/{file}")
    assert shown.startswith("campaigns/x/map.yaml:17:11: ")


def test_a_long_line_is_shown_around_the_caret() -> None:
    place = Place("a.yaml", 1, 5_000, "x" * 4_999 + "y" + "x" * 5_000)
    _, line, caret = as_text(report("N204", place, say("Here."))).split("\n")
    assert len(line) < 120
    assert line[caret.index("^")] == "y"


def test_what_could_harm_a_terminal_is_not_shown() -> None:
    place = Place("a.yaml", 1, 1, "a\x1b[31m\u202eb")
    assert as_text(report("N104", place, say("Here."))).isprintable() is False
    assert "\x1b" not in as_text(report("N104", place, say("Here.")))
    assert "\u202e" not in as_text(report("N104", place, say("Here.")))


def test_json_has_the_seven_keys_of_the_promise() -> None:
    assert json.loads(json.dumps(as_json(PROBLEM))) == {
        "file": "map.yaml",
        "line": 17,
        "column": 11,
        "code": "N204",
        "severity": "error",
        "message": "`boarder` is not a word that `kind` knows.",
        "hint": "Did you mean `border`?",
    }


def test_an_annotation_says_the_same_beside_the_line_on_github() -> None:
    assert as_annotation(PROBLEM) == (
        "::error file=map.yaml,line=17,col=11,title=N204::"
        "`boarder` is not a word that `kind` knows. Did you mean `border`?"
    )


def test_an_annotation_cannot_be_broken_out_of() -> None:
    odd = report("N605", Place("a,b:c.yaml"), say("{text}", text="100%\n::error::x"))
    assert as_annotation(odd) == "::warning file=a%2Cb%3Ac.yaml,title=N605::100%25%0A::error::x"


def test_problems_are_listed_once_and_in_the_order_of_the_files() -> None:
    other = report("N201", Place("bots.yaml", 3, 1), say("x"))
    assert in_order([PROBLEM, other, PROBLEM]) == [other, PROBLEM]
    assert counted([PROBLEM, other]) == {
        Severity.ERROR: 2,
        Severity.WARNING: 0,
        Severity.ADVICE: 0,
    }


@pytest.mark.parametrize("code", list(CODES))
def test_every_code_is_explained_in_whole_sentences(code: str) -> None:
    entry = CODES[code]
    assert entry.code == code
    assert entry.title[0].isupper() or entry.title[0] == "`"
    assert not entry.title.endswith(".")
    assert entry.explanation.endswith(".")
    assert bool(entry.wrong) == bool(entry.right)
    assert entry.wrong != entry.right or not entry.wrong


def test_every_explanation_says_something_of_its_own() -> None:
    said = {
        code: set(re.findall(r"[a-z]{5,}", entry.explanation.lower()))
        for code, entry in CODES.items()
    }
    for (code, words), (other, others) in combinations(said.items(), 2):
        assert len(words & others) <= 0.6 * min(len(words), len(others)), (code, other)
    for code, entry in CODES.items():
        assert len(entry.explanation) >= 90, code
        assert entry.title.lower() not in entry.explanation.lower(), code


@pytest.mark.parametrize("code", [c for c, entry in CODES.items() if entry.right])
def test_the_mended_example_of_every_code_can_be_read(code: str) -> None:
    assert read(CODES[code].right).problems == []


@pytest.mark.parametrize(
    "code", [c for c, entry in CODES.items() if entry.wrong and "N106" <= c <= "N113"]
)
def test_the_wrong_example_of_a_reading_code_gives_that_code(code: str) -> None:
    assert code in [problem.code for problem in read(CODES[code].wrong).problems]


@pytest.mark.parametrize(
    ("word", "choices", "near"),
    [
        ("hram", ["harm", "border"], "harm"),
        ("Mx North", ["mx-north", "mx-south"], "mx-north"),
        ("titel", ["title", "id"], "title"),
        ("crosing", ["crossing", "trail"], "crossing"),
        ("purple", ["harm", "border"], None),
        ("", ["harm"], None),
        ("x" * 500, ["harm"], None),
    ],
)
def test_the_nearest_valid_word_is_found(word: str, choices: list[str], near: str | None) -> None:
    assert nearest(word, choices) == near


def test_a_text_becomes_an_id() -> None:
    assert as_id("  The Bluff, again! ") == "the-bluff-again"
    assert as_id("Él, tú") == "el-tu"
    assert as_id("漢") == ""


def test_a_long_list_of_words_is_cut() -> None:
    assert listed(["a", "b", "c"], 2) == "a, b, ..."
    assert listed(["a", "b"], 2) == "a, b"


def _with_hand(comment: str) -> dict[str, str]:
    text = texts_of(CAMPAIGN)["campaign.yaml"]
    mexico = "deck: [search]"
    return {
        "campaign.yaml": text.replace("{hand: 1}", "{hand: 2}")
        .replace(mexico, f"{mexico} {comment}")
        .replace(
            "deck: [bluff]", "deck: [bluff] # nadc: ignore N603 because one card is all it has"
        )
    }


def test_a_finding_is_silenced_with_a_reason() -> None:
    assert codes(checked(_with_hand(""))) == ["N603"]
    assert codes(checked(_with_hand("# nadc: ignore N603 because it is a test"))) == []
    assert codes(checked(_with_hand("# nadc: ignore n603, N605 because of both"))) == ["N123"]
    assert codes(checked(_with_hand("# nadc: ignore N603"))) == ["N603", "N121"]
    assert codes(checked(_with_hand("# nadc: ignore N603 because"))) == ["N603", "N120"]
    assert codes(checked(_with_hand("# see nadc"))) == ["N603"]


def test_while_there_are_errors_no_comment_is_called_useless() -> None:
    changes = _with_hand("# nadc: ignore N603 because it is a test")
    assert codes(checked({**changes, "bots.yaml": "bots: 3\n"})) == ["N203"]
    sound = _with_hand("# nadc: ignore N605 because it is a test")
    assert codes(checked(sound)) == ["N603", "N123"]


def test_comments_without_end_are_not_all_answered() -> None:
    many = texts_of(CAMPAIGN)["bots.yaml"] + "# nadc: hush\n" * 100_000
    assert codes(checked({"bots.yaml": many})) == ["N120"] * 200
