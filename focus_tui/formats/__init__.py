"""Foreign formats, one file each: text in, values out, and back."""
