"""What may be chosen in words: actions, prompts, odds, and why something is not possible."""
