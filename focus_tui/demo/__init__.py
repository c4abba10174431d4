"""Half a year that nobody lived, to be looked at: made from a seed and a date, kept by nobody."""
