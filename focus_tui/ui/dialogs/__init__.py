"""What opens above a screen: a line to type, a card to answer, a page to read."""
