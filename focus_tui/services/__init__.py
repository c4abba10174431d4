"""What a person can do, one method each: check the rule, save, tell."""
