"""The beginnings: a workspace, a brief, the schemas that editors read."""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path, PurePosixPath

from briefgen import origin
from briefgen.errors import UsageFault
from briefgen.models.schema import MODELS, json_schema

SCHEMAS = PurePosixPath(".briefgen/schema")
"""Where a workspace keeps the JSON Schemas that the modelines of its documents name."""


def schema_files() -> dict[str, bytes]:
    """The schemas of all documents, by path in the workspace."""
    return {
        str(SCHEMAS / f"{kind}.json"): (
            json.dumps(json_schema(kind), ensure_ascii=False, indent=1) + "\n"
        ).encode()
        for kind in MODELS
    }


def workspace_files() -> dict[str, bytes]:
    """The files of a new workspace, by path: an example brief that builds, its source, the schemas."""
    starter = files("briefgen.starter")
    names = ("briefs/example.yaml", "seeds/sources.yaml", "seeds/example-notice.txt")
    return (
        {name: starter.joinpath(name).read_bytes() for name in names}
        | schema_files()
        | {".gitignore": b"/dist/\n/.briefgen/build/\n/.briefgen/listing/\n"}
    )


def brief_text(brief_id: str) -> str:
    """The commented skeleton of the brief called `brief_id`."""
    skeleton = files("briefgen.starter").joinpath("new.yaml").read_text(encoding="utf-8")
    up = "../" * len(PurePosixPath(brief_id).parts)
    title = PurePosixPath(brief_id).name.replace("-", " ").capitalize()
    return skeleton.replace("@schema@", f"{up}{SCHEMAS}/brief.json").replace("@title@", title)


def audience_files(name: str, base: str) -> dict[str, bytes]:
    """The files of a new audience that extends `base`, by path in its folder: the smallest override, with comments."""
    starter = files("briefgen.starter")
    given = {
        "@schema@": f"../../{SCHEMAS}/audience.json",
        "@base@": base,
        "@label@": name.replace("-", " ").capitalize(),
    }
    made: dict[str, bytes] = {}
    for file in ("audience.yaml", "brief.html.j2", "audience.css"):
        text = starter.joinpath("audience", file).read_text(encoding="utf-8")
        made[file] = _filled(text, given).encode()
    return made


TOP = PurePosixPath()
"""The place of a workspace that is a whole repository."""
CI_FILES = {
    "github": {
        "briefs.yml": ".github/workflows/@slug@.yml",
        "comment.yml": ".github/workflows/@slug@-comment.yml",
        "sources.yml": ".github/workflows/@slug@-sources.yml",
    },
    "gitlab": {"gitlab-ci.yml": ".gitlab-ci.yml"},
}
REQUIREMENTS = (
    "# Where briefgen comes from: an index, or the address of a wheel or of a repository.\n{line}\n"
)
UNKNOWN = "briefgen @ https://example.invalid/say-here-where-briefgen-comes-from.whl"
"""Stands where nobody can tell: pip says so. A bare name would install whatever an index has under it."""
AWKWARD = re.compile(r"[^\w ./(),=-]")
"""What stands for something else in a pattern of paths, in YAML or in a shell."""
NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def ci_files(service: str, place: PurePosixPath = TOP) -> dict[str, bytes]:
    """The files that make `service` (github, gitlab) check and build the briefs, by path in the repository.

    `place` is where the workspace lies in it. This copy of briefgen is pinned, with all that it was tested with.

    Raises:
        UsageFault: the place has a name that patterns of paths, YAML or a shell would take for something else.
    """
    if found := AWKWARD.search(str(place)):
        raise UsageFault(
            f"CI files cannot name the folder {str(place)!r}: give it a name without {found[0]!r}"
        )
    starter = files("briefgen.starter").joinpath("ci", service)
    given = _marks(place)
    made = {
        _filled(path, given): _filled(starter.joinpath(name).read_text(encoding="utf-8"), given).encode()
        for name, path in CI_FILES[service].items()
    }
    return made | {
        requirements_path(service): REQUIREMENTS.format(line=origin.requirement() or UNKNOWN).encode(),
        f".{service}/briefgen-requirements.lock": tested_with(),
    }


def requirements_path(service: str) -> str:
    """Where the files for `service` say where briefgen comes from, by path in the repository."""
    return f".{service}/briefgen-requirements.txt"


def installed_from(requirements: bytes) -> str | None:
    """Where CI gets briefgen by the requirements that were written; None where somebody has yet to say."""
    line = requirements.decode().splitlines()[-1]
    return None if line == UNKNOWN else line


def _marks(place: PurePosixPath) -> dict[str, str]:
    """What the marks in the files stand for: the workspace's place in its repository, by itself and in names."""
    whole = place == TOP
    return {
        "@workspace@": str(place),
        "@slash@": "" if whole else f"{place}/",
        "@glob@": "**" if whole else f"{place}/**",
        "@title@": "" if whole else f" ({place})",
        "@slug@": "briefs" if whole else "briefs-" + NOT_IN_A_NAME.sub("-", str(place)),
    }


def _filled(text: str, given: Mapping[str, str]) -> str:
    for mark, value in given.items():
        text = text.replace(mark, value)
    return text


def tested_with() -> bytes:
    """The hashed versions of all libraries that this version was tested with: in the package, or beside the checkout."""
    package = Path(__file__).parent
    places = (package / "_requirements.lock", package.parent / "requirements.lock")
    return next(path for path in places if path.is_file()).read_bytes()


def repository_of(folder: Path) -> Path:
    """The top of the git repository that `folder` lies in; `folder` itself where there is none."""
    folder = folder.absolute()
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)


def absent(root: Path, wanted: dict[str, bytes]) -> dict[Path, bytes]:
    """Those of the `wanted` files that `root` does not hold yet, by full path."""
    return {root / name: data for name, data in wanted.items() if not (root / name).exists()}
