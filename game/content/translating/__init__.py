"""A campaign's language files brought up to date, so that nothing that was translated is lost."""
