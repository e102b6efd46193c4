"""Everything that people read of the engine, in the reader's language.

`Words` (words.py) names the things of a campaign for one reader; every function here takes it
first. `Log` (log.py) keeps the journal as lines, `why` (why.py) tells what made a number,
`sentences` words each event, `choices` actions, prompts, odds and refusals, `things` cards, tracks,
areas and units, `ending` the verdict and what decided it, `rulebook` the player's rules.
Translators are parameters (language.py); nothing here knows a screen.
"""
