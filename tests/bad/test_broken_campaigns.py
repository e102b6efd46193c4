"""Each broken campaign gives exactly the report that was read and found good."""

from __future__ import annotations

import re

import pytest
from bad_cases import BASE, LIBRARY, Case, all_cases, report_of, texts_under

from game.content.loader import check_campaign, check_campaign_texts, check_library
from game.content.problems import CODES

SHOWN_ELSEWHERE = {"N102", "N103", "N114", "N115", "N117", "N404"}
"""Codes that only a real folder or a very large file can show; tests/content/ has them."""
SHOWN_BY_GAMES = {code for code in CODES if code.startswith("N0")}
"""Codes that only games show; tests/study/ has them."""


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_broken_campaign_gives_exactly_this_report(case: Case) -> None:
    assert report_of(case) == case.expected


def test_there_are_many_broken_campaigns() -> None:
    assert len(all_cases()) >= 120


def test_every_code_is_shown_by_a_broken_campaign() -> None:
    shown = {code for case in all_cases() for code in re.findall(r" (N\d+): ", case.expected)}
    assert set(CODES) - shown - SHOWN_ELSEWHERE - SHOWN_BY_GAMES == set()


def test_the_sound_campaign_has_no_findings() -> None:
    assert check_campaign(BASE).problems == ()
    assert check_campaign_texts(texts_under(BASE), texts_under(LIBRARY)).problems == ()
    assert check_library(LIBRARY).problems == ()
