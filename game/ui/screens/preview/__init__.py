"""The preview of a campaign while it is being written: it follows every save of its files."""
