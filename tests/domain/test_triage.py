from focus_tui.domain.triage import Fate, summary


def test_what_was_done_is_counted_in_one_sentence() -> None:
    fates = [Fate.DROPPED, Fate.FILED, Fate.FRONT, Fate.FILED, Fate.FILED, Fate.DROPPED]
    assert summary(fates) == "6 looked at: 1 to the front, 3 filed, 2 dropped."
    assert summary([Fate.SKIPPED]) == "1 looked at: 1 left in the inbox."
    assert summary([]) == ""
