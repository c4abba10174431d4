"""The data on disk: a TinyDB file, its transactions, its journal, its live twin."""
