"""The course of a game by quarter: what was delivered, what was seized, and what it did to Harm."""

from collections.abc import Sequence

from game.narrate.ending.decisive import QuarterEnd
from game.narrate.words import Words
from game.ui.kit import Kit
from game.ui.screens.ending.plot import Plot, Series


def course_plot(words: Words, kit: Kit, rows: Sequence[QuarterEnd]) -> Plot:
    """The plot, from the start to the last quarter given."""
    theme, last = kit.theme, rows[-1]
    series = [
        Series(
            tuple(row.harm for row in rows), words.say("Harm {value}", value=last.harm), theme.flow
        )
    ]
    if len(rows) > 1:
        delivered = words.say("Delivered {value}", value=last.delivered)
        seized = words.say("Seized {value}", value=last.seized)
        blue = theme.seat("us").colour
        values = tuple(row.delivered for row in rows[1:])
        series.append(Series(values, delivered, theme.ink2, "dot", first=1))
        values = tuple(row.seized for row in rows[1:])
        series.append(Series(values, seized, blue, "dash", first=1))
    reviews = words.campaign.frame.reviews
    marks = [(quarter, words.say("Review")) for quarter in reviews if quarter < last.quarter]
    note = words.say("what was delivered, what was seized, and what it did to Harm")
    return Plot(words.say("By quarter"), note, series, quarter_ticks(words, rows), marks=marks)


def quarter_ticks(words: Words, rows: Sequence[QuarterEnd]) -> list[str]:
    """The names below the plot: the start, then the quarters."""
    return [
        words.say("start") if row.quarter == 0 else words.say("Q{quarter}", quarter=row.quarter)
        for row in rows
    ]
