"""Ten years of a believable learning life, made up: the data that speed is measured on."""
