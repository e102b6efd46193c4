"""Everything that people read of the engine: sentences, prompts, reasons, cards, the rulebook."""
