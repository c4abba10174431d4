"""focus: capture, choose, commit, focus, reflect, adjust; in a terminal."""

# A literal, because importlib.metadata costs a fifth of the start-up; a test holds it to the wheel.
__version__ = "0.1.0"
