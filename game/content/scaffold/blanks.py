"""Filled-in entries to begin with: each is valid as it stands and says in comments how to go on."""

from __future__ import annotations

from game.content.reference.flow import in_flow
from game.content.scaffold.naming import title_of
from game.content.scaffold.surroundings import Owner
from game.content.schema.words import Level

INJECT_TITLE, OTHER_TITLE = 34, 28


def card(identity: str, level: Level, seat: Owner) -> str:
    """A card of a level for a seat."""
    head = f"id: {in_flow(identity)}\ntitle: {in_flow(title_of(identity, OTHER_TITLE))}\n"
    body = _CARDS[level, seat.side](seat)
    return f"{head}level: {level}\nseats: [{seat.id}]\n{body}"


def _budget(seat: Owner, wanted: int) -> int:
    return min(wanted, seat.income)


def _nadc_policy(seat: Owner) -> str:
    budget = _budget(seat, 2)
    return f"""\
summary: "From next quarter on, Surveil Tests are **+1**." # what it does, in one sentence
price: "**{budget}** Budget and **1** Capital." # what it costs besides: nothing is free
cost: {{budget: {budget}, capital: 1}}
effects: # when it takes effect; `nadc reference effects` lists what is possible
  - {{do: modifier, what: test, test: surveil, by: 1}}
discuss: "What did this policy change, and when did you notice?\""""


def _nadc_means(seat: Owner) -> str:
    budget = _budget(seat, 2)
    kind = seat.unit
    if kind is None:
        return f"""\
summary: "Agencies put what they know together: Fusion **+1**."
price: "**{budget}** Budget."
cost: {{budget: {budget}}}
requires: [fusion <= 2] # conditions that must hold before it can be played
requires_text: "Fusion must be below its highest level."
effects:
  - {{do: track, track: fusion, by: 1}}
discuss: "What did one partner know all along that another had needed?\""""
    return f"""\
summary: "One more unit on the map: {kind.name}."
price: "**{budget}** Budget, and its upkeep."
cost: {{budget: {budget}}}
target: # what may be chosen; without keys, every area that fits the unit
  area: {{}}
effects:
  - {{do: deploy, unit: {kind.id}}} # the player then says which route it watches
discuss: "What did you see or stop with it, and what was missing beside it?\""""


def _nadc_event(seat: Owner) -> str:
    budget = _budget(seat, 1)
    return f"""\
summary: "People hear what is being done. Success: Legitimacy **+1**." # in one sentence
price: "**{budget}** Budget, whether it works or not."
cost: {{budget: {budget}}}
test: {{base: 3}} # a die must show 3 or less
effects: # after a success
  - {{do: track, track: legitimacy, by: 1}}
complication: # after a 6
  - {{do: track, track: legitimacy, by: -1}}
copies: 2 # how many lie in the deck
discuss: "Who listened, and what did they do with it?\""""


def _red_policy(seat: Owner) -> str:
    return """\
summary: "From next quarter on the network launders **1** more each quarter."
price: "**3** Cash, and it works only from next quarter."
cost: {cash: 3}
effects: # when it takes effect; `nadc reference effects` lists what is possible
  - {do: modifier, what: launder, by: 1}
discuss: "Which step of the money would have been easiest to break?\""""


def _red_means(seat: Owner) -> str:
    kind = seat.unit
    if kind is None:
        return """\
summary: "One **dormant** route comes into use."
price: "**2** Cash."
cost: {cash: 2}
target:
  route: {dormant: true}
effects:
  - {do: route_open}
discuss: "Which pressure made this route worth its price?\""""
    return f"""\
summary: "One more piece on the map, hidden: {kind.name}."
price: "**3** Cash."
cost: {{cash: 3}}
target: # what may be chosen; without keys, every area that fits the piece
  area: {{}}
effects:
  - {{do: deploy, unit: {kind.id}}}
discuss: "Why here? What would have made another place better?\""""


def _red_event(seat: Owner) -> str:
    return """\
summary: "Somebody pays early. Success: Cash **+2**." # what it does, in one sentence
price: "Nothing but the turn that it takes."
test: {base: 4} # a die must show 4 or less
effects: # after a success
  - {do: cash, by: 2}
copies: 2 # how many lie in the deck
discuss: "Where did this money come from?\""""


_CARDS = {
    ("strategic", "nadc"): _nadc_policy,
    ("operational", "nadc"): _nadc_means,
    ("tactical", "nadc"): _nadc_event,
    ("strategic", "red"): _red_policy,
    ("operational", "red"): _red_means,
    ("tactical", "red"): _red_event,
}


def inject(identity: str, seat: Owner, quarters: int) -> str:
    """An inject in the middle of so many quarters, answered by a seat."""
    quarter = (quarters + 1) // 2
    return f"""\
id: {in_flow(identity)}
title: {in_flow(title_of(identity, INJECT_TITLE))}
trigger: {{at: {{quarter: {quarter}}}}} # or `when` a condition holds, a `table`, or `manual: true`
answered_by: {seat.id} # without options an inject only happens
delivery: headline # headline, intel, call or brief
text: >-
  A reporter has a question, and an hour to print the answer. What do you say?
options:
  - label: Answer in the open
    note: "Legitimacy +1, on a die of 1 to 3" # say what an answer will do
    effects:
      - {{do: track, track: legitimacy, by: 1, chance: 3}}
    score: good # how the review rates it: good, fair or poor
  - label: No comment
    note: "Legitimacy -1"
    effects:
      - {{do: track, track: legitimacy, by: -1}}
    default: true # taken when nobody answers in time
    score: poor
expected: "The seat answers, and says only what it knows." # for the facilitator
discuss: "What would you have wanted to know before you answered?\""""


def bot(identity: str, side: str, seats: tuple[str, ...]) -> str:
    """A bot for seats of one side."""
    return f"""\
id: {in_flow(identity)}
title: {in_flow(title_of(identity, OTHER_TITLE))}
seats: [{", ".join(seats)}]
summary: "{_SUMMARIES[side]}"
{_STANCES[side]}"""


_SUMMARIES = {
    "nadc": "Finds first, takes what it has found, and governs every quarter.",
    "red": "Spreads, buys weak offices, and moves what was seen.",
}
_STANCES = {
    "nadc": """\
share: 1 # Budget that it adds to a partner's Govern
stances: # one is drawn each quarter, by `weight`
  - id: find-and-take
    title: Find and take
    strategic: # of each list the first legal line is carried out
      - {do: play, when: quarters_left >= 1, why: "Slow policy has to start early."} # any card
    operational:
      - {do: deploy, when: quarters_left >= 1, target: [flow-high], why: "Where the loads were."}
      - {do: watch, why: "Follow the flow of last quarter."}
    tactical:
      - {do: raid, odds: 3, target: [odds-high], why: "It is found, and the odds are fair."}
      - {do: play, target: [exposed, flow-high], why: "This is the moment for it."} # any card
      - {do: surveil, odds: 3, target: [odds-high, gov-low], why: "Finding comes first."}
      - {do: surge, target: [flow-high], why: "If nothing is found, stop what comes."}
      - {do: hold, why: "Wait for a better chance."}
    govern:
      - {do: govern, odds: 2, target: [pop-high], why: "There a step counts most."}
      - {do: prosecute, why: "What is proven must not come back."}""",
    "red": """\
keep_cash: 2 # Cash that it does not bank before the last quarter
stances: # one is drawn each quarter, by `weight`
  - id: spread-out
    title: Spread out
    plan: # of each list the first legal line is carried out
      - {do: plan, target: [unguarded, cost-low], why: "Prepare what the next quarter needs."} # any
      - {do: spread, target: [unguarded, pop-high], why: "New ground for the next quarter."}
    tactical:
      - {do: play, target: [exposed, flow-high], why: "A card unused is a chance lost."} # any card
      - {do: bribe, odds: 2, target: [gov-zero-first, pop-high], why: "Weak offices come first."}
      - {do: intimidate, odds: 3, target: [pop-high], why: "Fear is cheaper than money."}
      - {do: relocate, target: [exposed], why: "What they have seen must move."}
      - {do: hold, why: "Nothing is worth the risk today."}""",
}
