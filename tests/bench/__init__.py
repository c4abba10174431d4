"""How fast focus is, measured from outside, side by side with the least that could be there."""
