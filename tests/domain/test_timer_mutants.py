"""Faults planted one at a time in a copy of the source: the tests must find each of them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.domain.timer_mutants import MUTANTS, Mutant

pytestmark = pytest.mark.prove

ROOT = Path(__file__).parents[2]
NEEDED = ("domain", "support", "store", "formats")
EXAMPLES = ("tests/domain", "--ignore=tests/domain/test_timer_machine.py")
MACHINE = ("tests/domain/test_timer_machine.py", "--hypothesis-profile=hunt")


def planted(tmp_path: Path, mutant: Mutant | None) -> Path:
    """A copy of the source and of these tests, with one fault in it."""
    junk = shutil.ignore_patterns("__pycache__")
    for folder in ("focus_tui", *(f"tests/{each}" for each in NEEDED)):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=junk)
    for file in (ROOT / "pyproject.toml", *ROOT.glob("tests/*.py")):
        shutil.copy(file, tmp_path / file.relative_to(ROOT))
    (tmp_path / "tests/domain/test_timer_mutants.py").unlink()
    if mutant is not None:
        path = tmp_path / f"focus_tui/domain/{mutant.module}.py"
        source = path.read_text("utf-8")
        assert source.count(mutant.code) == 1, f"once in {mutant.module}: {mutant.code}"
        faulty = source.replace(mutant.code, mutant.fault)
        compile(faulty, path, "exec")
        path.write_text(faulty, "utf-8")
    return tmp_path


def found(copy: Path, tests: tuple[str, ...]) -> str | None:
    """The first test that fails in that copy; None when all pass."""
    options = ("-x", "-q", "-m", "not prove", "-p", "no:cacheprovider")
    command = (sys.executable, "-m", "pytest", *options, *tests)
    run = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stdout + run.stderr
    failed = [line for line in run.stdout.splitlines() if line.startswith("FAILED")]
    assert bool(failed) is (run.returncode == 1), run.stdout
    return failed[0].split()[1] if failed else None


@pytest.mark.parametrize("tests", [EXAMPLES, MACHINE], ids=["examples", "machine"])
def test_without_a_fault_nothing_is_found(tmp_path: Path, tests: tuple[str, ...]) -> None:
    assert found(planted(tmp_path, None), tests) is None


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_the_examples_find(tmp_path: Path, mutant: Mutant) -> None:
    assert found(planted(tmp_path, mutant), EXAMPLES)


@pytest.mark.parametrize(
    "mutant", [each for each in MUTANTS if each.machine], ids=lambda mutant: mutant.name
)
def test_the_machine_finds(tmp_path: Path, mutant: Mutant) -> None:
    assert found(planted(tmp_path, mutant), MACHINE)
