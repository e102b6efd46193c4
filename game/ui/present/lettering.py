"""The letters with which a campaign marks its seats."""

from collections import Counter
from collections.abc import Mapping

from game.content.campaign import Campaign


def letters_of(campaign: Campaign) -> Mapping[str, str]:
    """The seats' own letters by style; a style that two seats share keeps the usual ones."""
    shared = Counter(seat.style for seat in campaign.seats)
    return {seat.style: seat.short for seat in campaign.seats if shared[seat.style] == 1}
