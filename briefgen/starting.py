"""The beginnings: a workspace, a brief, the schemas that editors read."""

import json
from importlib.resources import files
from pathlib import Path, PurePosixPath

from briefgen import __version__
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
        | {".gitignore": b"/dist/\n"}
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
        for mark, value in given.items():
            text = text.replace(mark, value)
        made[file] = text.encode()
    return made


CI_FILES = {
    "github": {
        "briefs.yml": ".github/workflows/briefs.yml",
        "comment.yml": ".github/workflows/briefs-comment.yml",
        "sources.yml": ".github/workflows/briefs-sources.yml",
    },
    "gitlab": {"gitlab-ci.yml": ".gitlab-ci.yml"},
}
REQUIREMENTS = {"github": ".github/briefgen-requirements.txt", "gitlab": ".gitlab/briefgen-requirements.txt"}


def ci_files(service: str) -> dict[str, bytes]:
    """The files that make `service` (github, gitlab) check and build the briefs, by path; this version is pinned."""
    starter = files("briefgen.starter").joinpath("ci", service)
    made = {path: starter.joinpath(name).read_bytes() for name, path in CI_FILES[service].items()}
    return made | {REQUIREMENTS[service]: f"briefgen=={__version__}\n".encode()}


def absent(root: Path, wanted: dict[str, bytes]) -> dict[Path, bytes]:
    """Those of the `wanted` files that `root` does not hold yet, by full path."""
    return {root / name: data for name, data in wanted.items() if not (root / name).exists()}
