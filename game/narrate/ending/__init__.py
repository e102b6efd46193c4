"""The ending in words: verdict, margins, what decided them, luck, and what to talk about."""
