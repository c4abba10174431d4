"""Channels that reach the person, and the policy that picks them."""
