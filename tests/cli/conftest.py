import pytest

from tests.cli.shell import Shell


@pytest.fixture
def focus(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The command `focus`."""
    return Shell(capsys, monkeypatch)
