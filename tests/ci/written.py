"""The CI files that `init --ci` writes, for every place that a workspace may have in its repository."""

from pathlib import PurePosixPath

from briefgen.starting import ci_files

PLACES = (PurePosixPath(), PurePosixPath("desks/news room"))


def written(place: PurePosixPath) -> dict[str, str]:
    """The workflows and pipelines that `init --ci` writes for a workspace at `place` of its repository."""
    made = {**ci_files("github", place), **ci_files("gitlab", place)}
    return {name: data.decode() for name, data in made.items() if name.endswith(".yml")}
