"""Every sentence of the whole interface in every language, with the same placeholders."""

import importlib.util
import re
import string
from collections import Counter
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from narrate_games import MASKS, PERSONS, choose, finished, first_light, words

from game.content.texts import campaign_texts
from game.model.ids import SeatMask
from game.narrate.choices.actions import action_label, action_summary
from game.narrate.choices.odds import odds_text
from game.narrate.choices.prompts import prompt, waiting
from game.narrate.choices.reasons import PLURALS, TEMPLATES, reason_text
from game.narrate.ending.luck import luck_text
from game.narrate.ending.verdict import margins, verdict
from game.narrate.language import DOMAIN, LANGUAGES, Translator, translator
from game.narrate.log import log
from game.narrate.rulebook import rulebook
from game.narrate.things.cards import card_text
from game.narrate.things.injects import inject_text
from game.narrate.things.tracks import track_text
from game.narrate.words import Words
from game.rules.engine import Game
from game.rules.law import Reason

babel = pytest.importorskip("babel")
LOCALE = Path(__file__).resolve().parents[2] / "assets" / "locale"
_TYPED = re.compile(r"`[^`]*`")
_DIGITS = re.compile(r"\d+")
OTHERS = [language for language in LANGUAGES if language != "en"]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_locale", LOCALE / "update.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


update = _script()
# All of the interface but the --help pages of the commands, which stay English.
OURS = [message for message in update.collect() if message.id]


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text),)


def _placeholders(template: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(template) if name)


def test_the_template_has_every_sentence() -> None:
    with (LOCALE / f"{DOMAIN}.pot").open("rb") as file:
        from babel.messages.pofile import read_po

        known = {message.id for message in read_po(file)}
    missing = [message.id for message in OURS if message.id not in known]
    assert not missing, "run: python assets/locale/update.py"


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated(language: str) -> None:
    catalog = update.read(language)
    gaps = [
        message.id
        for message in OURS
        if (found := catalog.get(message.id)) is None or not all(_forms(found.string or ""))
    ]
    assert not gaps


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_placeholders_and_bold(language: str) -> None:
    for message in update.read(language):
        if not message.id or not all(_forms(message.string or "")):
            continue
        forms = _forms(message.id)
        wanted = set().union(*(_placeholders(form) for form in forms))
        for form in _forms(message.string):
            assert set(_placeholders(form)) <= wanted, message.id
            assert form.count("**") % 2 == 0, message.id
            assert ("**" in form) == ("**" in forms[0]), message.id
        said = set(_placeholders(_forms(message.string)[-1]))
        assert said == set(_placeholders(forms[-1])), message.id


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_what_authors_type(language: str) -> None:
    """Words of the files stand between backticks; nobody may translate those."""
    for message in update.read(language):
        if not message.id or not all(_forms(message.string or "")):
            continue
        wanted = sorted(_TYPED.findall(_forms(message.id)[-1]))
        assert sorted(_TYPED.findall(_forms(message.string)[-1])) == wanted, message.id


@pytest.mark.parametrize("language", OTHERS)
def test_the_first_campaign_is_translated_whole(language: str) -> None:
    campaign = first_light()
    known = campaign.locales[language]
    for text in campaign_texts(campaign):
        said = known[text]
        assert ("**" in said) == ("**" in text), text
        assert said.count("**") % 2 == 0, text
        assert sorted(_DIGITS.findall(said)) == sorted(_DIGITS.findall(text)), text


@pytest.mark.parametrize("language", OTHERS)
def test_numbers_and_letters_survive(language: str) -> None:
    """A digit, D, E, N or sign in the English is in the translation too."""
    for message in update.read(language):
        if not message.id or not all(_forms(message.string or "")):
            continue
        english, other = _forms(message.id)[0], _forms(message.string)[0]
        for mark in ("−1", "+1", "+2", "D −1", "/2", "−2"):
            assert english.count(mark) == other.count(mark), (mark, english, other)


@pytest.mark.parametrize("language", OTHERS)
def test_compiled_catalogues_are_up_to_date(language: str) -> None:
    from babel.messages.mofile import read_mo, write_mo

    compiled = BytesIO()
    write_mo(compiled, update.read(language))
    compiled.seek(0)
    with (update.folder_of(language) / f"{DOMAIN}.mo").open("rb") as file:
        shipped = {_forms(message.id): _forms(message.string) for message in read_mo(file)}
    fresh = {_forms(message.id): _forms(message.string) for message in read_mo(compiled)}
    assert shipped == fresh, "run: python assets/locale/update.py"


class _Strict:
    """A translator that knows only what the extractor found."""

    def __init__(self, inner: Translator) -> None:
        self.inner = inner
        self.known = {form for message in update.collect() for form in _forms(message.id)}
        self.strange: set[str] = set()

    def gettext(self, message: str) -> str:
        if message not in self.known and not message.startswith(("Ctrl", "F1", "Tab")):
            self.strange.add(message)
        return self.inner.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        if one not in self.known:
            self.strange.add(one)
        return self.inner.ngettext(one, many, number)


_KEYS = set("HEILMFPYBW?") | {"A  R", "G  O", "1 … 9", "1 … 9  0", "1 … 7", "+  −"}


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_everything_said_in_a_game_can_be_translated(language: str) -> None:
    strict = _Strict(translator(language))
    said = Words(first_light(), strict, language)
    game = finished(1)
    for mask in MASKS:
        assert log(said, game.journal, mask)
    rulebook(said)
    for card in range(len(first_light().cards)):
        card_text(said, card)
    for inject in range(len(first_light().injects)):
        inject_text(said, inject)
    for track in range(9):
        track_text(said, track, 1)
    verdict(said, game.state)
    margins(said, game.state)
    luck_text(said, game.journal)
    assert strict.strange <= _KEYS


@pytest.mark.parametrize("language", OTHERS)
def test_a_game_reads_well_in_other_languages(language: str) -> None:
    said = words(language)
    for seed in (1, 2):
        for line in log(said, finished(seed).journal):
            assert "{" not in line.text and line.text.count("**") % 2 == 0
    game = Game.start(first_light(), PERSONS, 3)
    for turn in range(60):
        for action in game.legal_actions():
            view = game.view_for(SeatMask(1 << action.seat))
            assert action_label(said, action, view)
            assert "{" not in action_summary(said, action)
            odds = game.odds(action)
            if odds is not None:
                assert odds_text(said, odds, action).success
        for seat in game.to_move:
            view = game.view_for(SeatMask(1 << seat))
            assert prompt(said, view, seat, game.legal_actions(seat)).lead
            assert waiting(said, view).lead
        game.apply(choose(game, 3, turn))


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_plurals_agree_with_their_number(language: str, count: int) -> None:
    said = words(language)
    for code, ((_, _), key) in PLURALS.items():
        values = {"needed": 0, "has": 0, "copies": 0, "most": 0, "seat": "us", "kind": "cell"}
        text = reason_text(said, Reason(code, {**values, key: count}))
        assert "{" not in text
    one, many = PLURALS["needs-cases"][0]
    text = reason_text(said, Reason("needs-cases", {"needed": count, "has": 0}))
    expected = translator(language).ngettext(one, many, count)
    assert text == expected.format(needed=count, has=0)
    singular = {"en": (1,), "es": (1,), "fr": (0, 1)}[language]
    forms = {number: translator(language).ngettext(one, many, number) for number in (0, 1, 2, 5)}
    assert (forms[count] == forms[1]) == (count in singular)


@pytest.mark.parametrize("language", OTHERS)
def test_reasons_differ_from_english(language: str) -> None:
    for template in TEMPLATES.values():
        assert translator(language).gettext(template) != template


def test_texts_of_authors_fall_back_to_english() -> None:
    said = words("es")
    assert said.text("A sentence that nobody translated.") == "A sentence that nobody translated."
    assert translator("xx").gettext("Harm") == "Harm"
