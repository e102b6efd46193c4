"""The browser of a campaign's cards."""
