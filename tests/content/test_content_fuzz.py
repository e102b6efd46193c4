"""Whatever the files hold, what comes out is a campaign or a list of problems."""

from __future__ import annotations

from content_samples import CAMPAIGN, LIBRARY, texts_of
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.content.loader import check_campaign_texts, load_campaign_texts
from game.content.problems import ContentError
from game.content.problems.render import as_annotation, as_json, as_text

_OWN = texts_of(CAMPAIGN)
_SHARED = texts_of(LIBRARY)
_FILES = st.sampled_from([*_OWN, *(f"library/{path}" for path in _SHARED)])
_SIGNS = ": - [ ] { } # & * ! | > ' \" % @ ` ~ , ? <<: --- ..."
_SOME = "null true 3 -1 0.5 .inf 99999999999999999999 id do all any when harm>=3 active(x)"
_IDS = "north us cartel pact search front [] {}"
_BLANKS = ["\n", "\n  ", "\n- ", "  ", "\t", "\x00", "\x85", "\ufeff", "é", ""]
_PIECES = st.sampled_from([*f"{_SIGNS} {_SOME} {_IDS}".split(" "), *_BLANKS])
_PLACES = st.floats(0, 1)
_SETTINGS = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _sound(own: dict[str, str], shared: dict[str, str]) -> None:
    """What must hold for any texts at all."""
    report = check_campaign_texts(own, shared)
    for problem in report.problems:
        as_text(problem)
        as_json(problem)
        as_annotation(problem)
        assert problem.message
    has_errors = any(problem.is_error for problem in report.problems)
    assert (report.campaign is None) == has_errors
    try:
        campaign = load_campaign_texts(own, shared)
    except ContentError as failure:
        assert failure.problems
        assert has_errors
    else:
        assert load_campaign_texts(campaign.texts, campaign.library_texts).digest == campaign.digest


@_SETTINGS
@given(_FILES, st.lists(st.tuples(_PLACES, st.integers(0, 9), _PIECES), min_size=1, max_size=6))
def test_a_campaign_with_pieces_cut_out_and_put_in(
    file: str, cuts: list[tuple[float, int, str]]
) -> None:
    texts = {**_OWN, **{f"library/{path}": text for path, text in _SHARED.items()}}
    text = texts[file]
    for where, length, piece in cuts:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + length :]
    texts[file] = text
    own = {path: text for path, text in texts.items() if not path.startswith("library/")}
    shared = {p.removeprefix("library/"): t for p, t in texts.items() if p not in own}
    _sound(own, shared)


@_SETTINGS
@given(_FILES, st.data())
def test_a_campaign_with_lines_moved_about(file: str, data: st.DataObject) -> None:
    texts = {**_OWN, **{f"library/{path}": text for path, text in _SHARED.items()}}
    lines = texts[file].split("\n")
    for _ in range(data.draw(st.integers(1, 5))):
        a, b = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        lines[a], lines[b] = lines[b], lines[a]
        if data.draw(st.booleans()):
            lines.insert(a, lines[b])
    texts[file] = "\n".join(lines)
    own = {path: text for path, text in texts.items() if not path.startswith("library/")}
    shared = {p.removeprefix("library/"): t for p, t in texts.items() if p not in own}
    _sound(own, shared)


_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "do", "cards", "seats", "when", "all"]), inner)
    ),
    max_leaves=15,
)


@_SETTINGS
@given(_FILES, _DATA.map(repr) | st.text(max_size=80))
@example("campaign.yaml", "library: {cards: [1, {a: b}, null], map: [], units: {}}\n")
@example("campaign.yaml", "library: [a]\nseats: {a: b}\norder: {}\nobjectives: 3\n")
@example("campaign.yaml", "rules: {consent: 3}\nformat: {a: b}\n")
@example("map.yaml", "areas: {id: 3}\nroutes: [[], {}, 3, null]\n")
@example("cards/own.yaml", "cards: [{id: {a: b}}, {id: 3}, {id: null}, [id]]\n")
def test_a_file_of_anything_at_all(file: str, text: str) -> None:
    own, shared = dict(_OWN), dict(_SHARED)
    if file.startswith("library/"):
        shared[file.removeprefix("library/")] = text
    else:
        own[file] = text
    _sound(own, shared)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(list(_OWN)), st.text(max_size=60)))
def test_a_campaign_of_nothing_but_noise(texts: dict[str, str]) -> None:
    _sound(texts, {})
