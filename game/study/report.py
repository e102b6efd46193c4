"""A batch's result as the rows of tables, in words (RULES appendix C)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.content.campaign import Campaign
from game.study.statistics import Difference, Share
from game.study.summary import BatchResult, CardResult


class Translator(Protocol):
    """What interface text is passed through."""

    def gettext(self, message: str) -> str:
        """The sentence in the reader's language."""
        ...


@dataclass(frozen=True, slots=True)
class TableRows:
    """A titled table: its column headings and its rows, all text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(result: BatchResult, campaign: Campaign, to: Translator) -> tuple[TableRows, ...]:
    """Every table of a batch: seats, grades, tracks, losses, cards, cards never played."""
    return (
        seat_table(result, campaign, to),
        grade_table(result, to),
        track_table(result, to),
        loss_table(result, to),
        card_table(result, campaign, to),
        never_played_table(result, campaign, to),
    )


def seat_table(result: BatchResult, campaign: Campaign, to: Translator) -> TableRows:
    """Success, margins and choices by seat."""
    _ = to.gettext
    rows = tuple(
        (
            campaign.seats[campaign.seat_ix[one.seat]].name,
            one.bot,
            in_percent(one.success),
            f"{one.margin.mean:+.1f}",
            f"{one.margin.low:+.0f} … {one.margin.high:+.0f}",
            f"{one.decisions.mean:.0f}",
        )
        for one in result.seats
    )
    columns = (
        _("Seat"),
        _("Bot"),
        _("Success (95 %)"),
        _("Mean margin"),
        _("Nine games in ten"),
        _("Choices a game"),
    )
    return TableRows(_("Outcomes"), columns, rows)


def grade_table(result: BatchResult, to: Translator) -> TableRows:
    """How often the coalition earned each grade."""
    _ = to.gettext
    names = {
        "failure": _("Failure"),
        "setback": _("Setback"),
        "stalemate": _("Stalemate"),
        "success": _("Success"),
        "decisive": _("Decisive"),
    }
    rows = tuple((names[band], in_percent(share)) for band, share in result.grades.items())
    return TableRows(_("Coalition grade"), (_("Grade"), _("Games (95 %)")), rows)


def track_table(result: BatchResult, to: Translator) -> TableRows:
    """Where the tracks and governance stood at the end."""
    _ = to.gettext
    names = {
        "harm": _("Harm"),
        "border": _("Border"),
        "cohesion": _("Cohesion"),
        "legitimacy": _("Legitimacy"),
        "fusion": _("Fusion"),
        "sovereignty": _("Sovereignty"),
        "resilience": _("Resilience"),
        "cases": _("Cases"),
        "consent": _("Consent"),
    }
    spreads = [(names[name], spread) for name, spread in result.tracks.items()]
    spreads.append((_("Governance score"), result.gov_score))
    rows = tuple(
        (name, f"{one.mean:.1f}", f"{one.low:.0f} … {one.high:.0f}") for name, one in spreads
    )
    columns = (_("Track"), _("Mean at the end"), _("Nine games in ten"))
    return TableRows(_("Tracks"), columns, rows)


def loss_table(result: BatchResult, to: Translator) -> TableRows:
    """The share of units seized, quarter by quarter."""
    _ = to.gettext
    rows = tuple(
        (
            _("Q{quarter}").format(quarter=place),
            f"{one.mean:.0%}",
            f"{one.low:.0%} … {one.high:.0%}",
        )
        for place, one in enumerate(result.loss_rates, start=1)
    )
    columns = (_("Quarter"), _("Units seized"), _("Nine games in ten"))
    return TableRows(_("Losses of the networks"), columns, rows)


def card_table(result: BatchResult, campaign: Campaign, to: Translator) -> TableRows:
    """Use of each card, and how success went with it; clear differences are marked."""
    _ = to.gettext
    rows = tuple(
        (
            *_names(campaign, one),
            _part(one.playable, result.finished),
            _part(one.played, result.finished),
            _effect(one.effect),
        )
        for one in result.cards
    )
    columns = (
        _("Card"),
        _("Seat"),
        _("Could be played"),
        _("Played"),
        _("Success with it, less without it (95 %)"),
    )
    return TableRows(_("Cards"), columns, rows)


def never_played_table(result: BatchResult, campaign: Campaign, to: Translator) -> TableRows:
    """Cards that nobody played, and what most often stood against them."""
    _ = to.gettext
    rows = []
    for one in never_played(result):
        reason = max(one.blocked, key=lambda code: one.blocked[code], default="")
        could = _part(one.playable, result.finished)
        rows.append((*_names(campaign, one), could, reason))
    columns = (_("Card"), _("Seat"), _("Could be played"), _("Blocked most often by"))
    return TableRows(_("Cards never played"), columns, tuple(rows))


def never_played(result: BatchResult) -> Sequence[CardResult]:
    """Cards that no seat which holds them played in any game."""
    used = {one.card for one in result.cards if one.played}
    return [one for one in result.cards if one.card not in used]


def in_percent(share: Share) -> str:
    """A share and its interval: `48 % (45–51)`."""
    return f"{100 * share.value:.0f} % ({100 * share.low:.0f}–{100 * share.high:.0f})"


def _names(campaign: Campaign, one: CardResult) -> tuple[str, str]:
    card = campaign.cards[campaign.card_ix[one.card]]
    return card.title, campaign.seats[campaign.seat_ix[one.seat]].name


def _part(count: int, of: int) -> str:
    return f"{100 * count / of:.0f} %" if of else "–"


def _effect(effect: Difference | None) -> str:
    if effect is None:
        return "–"
    mark = " *" if effect.is_clear else ""
    values = (100 * effect.value, 100 * effect.low, 100 * effect.high)
    return "{:+.0f} ({:+.0f} … {:+.0f})".format(*values) + mark
