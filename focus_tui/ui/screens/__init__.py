"""The screens, and the frame that is the same around each."""
