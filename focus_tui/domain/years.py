"""Which years are past: their sessions lie in archives of their own."""


def last_past_year(on: str) -> int:
    """The newest year that is past on a date, as `2026-11-23`.

    A year is looked back on until the end of March: from 1 April of the next one on it is past.
    """
    year, day = int(on[:4]), on[5:]
    return year - 1 if day >= "04-01" else year - 2
