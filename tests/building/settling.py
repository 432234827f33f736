"""Three briefs that are built, and whether a command would find nothing to do."""

from pathlib import Path

from briefgen.building.options import Options
from briefgen.building.outcome import Outcome
from briefgen.building.settled import command_key, nothing_to_do
from briefgen.pipeline import build_workspace
from briefgen.workspace import open_workspace

WORDS = ["build", "-f", "html,json"]


def outcome(root: Path, words: list[str] = WORDS) -> Outcome:
    options = Options((), (), ("html", "json"), root / "dist", jobs=1, command=command_key(root, words))
    return build_workspace(open_workspace(root), options)


def build(root: Path) -> str:
    return outcome(root).summary()


def settled(root: Path, words: list[str] = WORDS) -> bool:
    return nothing_to_do(["-C", str(root), *words]) is not None
