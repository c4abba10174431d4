"""Settings of this machine, declared once and read from a TOML file."""
