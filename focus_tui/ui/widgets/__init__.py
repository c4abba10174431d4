"""Pieces of screens; each draws itself and knows no rule."""
