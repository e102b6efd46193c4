"""Saves made up by somebody: whatever their words and numbers, only a SaveError comes out."""

import json
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sittings import first_light, play_on, sitting

from game.model.ids import SeatMask
from game.play.form import MAX_STATE, Contents, pack, unpack
from game.play.reading import read
from game.play.record import read_record, resume_game
from game.play.trouble import SaveError

NUMBERS = (-(2**70), -(2**31), -999, -4, -1, 0, 1, 99, 2**16, 2**31, 2**63, 2**70, 1e308, True)
WORDS = ("", "-", "us", "cartel", "nowhere", "x" * 5000, "area:mx-baja", "number:99999", "\0", "🂡")
SHAPES: tuple[Any, ...] = (None, [], {}, [[]], {"type": "Nothing"}, [1] * 500)


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """A sitting stopped in its third quarter."""
    session = sitting(tmp_path_factory.mktemp("hostile"), seed=8)
    while session.game.state.quarter < 3:
        play_on(session, 1)
    path = session.path
    assert path is not None
    session.close()
    return read(path)


def _spoiled(luck: random.Random, data: Any) -> Any:
    """The same data with one thing in it replaced."""
    if isinstance(data, dict) and data and luck.random() < 0.95:
        key = luck.choice(sorted(data))
        if luck.random() < 0.05:
            return {**data, luck.choice(WORDS): 1}
        return {**data, key: _spoiled(luck, data[key])}
    if isinstance(data, list) and data and luck.random() < 0.9:
        place = luck.randrange(len(data))
        if luck.random() < 0.1:
            return data[:place] + data[place + 1 :]
        return [*data[:place], _spoiled(luck, data[place]), *data[place + 1 :]]
    return luck.choice(luck.choice((NUMBERS, WORDS, SHAPES)))  # type: ignore[arg-type]


def _try(contents: Contents) -> bool:
    """Whether the sitting can be gone on with; anything but a SaveError fails the test."""
    try:
        record = read_record("a.nadc", contents, first_light())
        game = resume_game("a.nadc", record)
    except SaveError:
        return False
    game.view_for(SeatMask(0))
    return True


@pytest.mark.parametrize("seed", range(40))
def test_spoiled_positions(contents: Contents, seed: int) -> None:
    luck = random.Random(seed)
    last = max(contents.states)
    for _ in range(5):
        state = json.loads(unpack(contents.states[last], MAX_STATE))
        body = pack(json.dumps(_spoiled(luck, state)).encode())
        states = {**contents.states, last: body}
        _try(msgspec.structs.replace(contents, states=states))


@pytest.mark.parametrize("seed", range(40))
def test_spoiled_events(contents: Contents, seed: int) -> None:
    luck = random.Random(seed)
    for _ in range(5):
        place = luck.randrange(len(contents.entries))
        entry = contents.entries[place]
        events = json.dumps(_spoiled(luck, json.loads(entry.events)))
        spoiled = msgspec.structs.replace(entry, events=events)
        entries = (*contents.entries[:place], spoiled, *contents.entries[place + 1 :])
        states = {number: body for number, body in contents.states.items() if number < place}
        states.setdefault(0, contents.states[0])
        _try(msgspec.structs.replace(contents, entries=entries, states=states))


@pytest.mark.parametrize(
    "words", ["", "us", "us fly", "nobody pass", "us play card:x", "us " * 999]
)
def test_spoiled_actions(contents: Contents, words: str) -> None:
    entry = next(one for one in contents.entries if one.kind == "action")
    spoiled = msgspec.structs.replace(entry, body=words)
    entries = [spoiled if one is entry else one for one in contents.entries]
    assert not _try(msgspec.structs.replace(contents, entries=tuple(entries)))


def test_the_sitting_itself_goes_on(contents: Contents) -> None:
    assert _try(contents)


def test_no_name_in_a_save_is_used_as_a_path(tmp_path: Path, contents: Contents) -> None:
    texts = msgspec.structs.replace(
        contents.texts, campaign={**contents.texts.campaign, "../../escaped.yaml": "id: x\n"}
    )
    before = set(tmp_path.parent.rglob("escaped*"))
    read_record("a.nadc", msgspec.structs.replace(contents, texts=texts))
    assert set(tmp_path.parent.rglob("escaped*")) == before


def test_the_spoiling_spoils(contents: Contents) -> None:
    luck = random.Random(1)
    state = json.loads(unpack(contents.states[max(contents.states)], MAX_STATE))
    refused = 0
    for _ in range(60):
        body = pack(json.dumps(_spoiled(luck, state)).encode())
        states = {**contents.states, max(contents.states): body}
        refused += not _try(msgspec.structs.replace(contents, states=states))
    assert refused > 30
