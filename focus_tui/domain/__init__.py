"""Pure rules and values: no Textual, no TinyDB, no clock of their own ("now" is an argument)."""
