from pathlib import Path

import pytest

from tests.services.machine import App, Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Monday, ten in the morning in Paris; nothing was ever done."""
    return Machine(tmp_path / "data" / "focus.json")


@pytest.fixture
def app(machine: Machine) -> App:
    return machine.app()
