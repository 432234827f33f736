"""`briefgen audience`: starts an audience, shows what one resolves to."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

audience = typer.Typer(
    name="audience",
    help="Start an audience, show what one resolves to.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Form(StrEnum):
    """The forms of the answer."""

    TEXT = "text"
    JSON = "json"


@audience.command()
def new(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its id, in kebab-case.")],
    base: Annotated[str, typer.Option("--from", help="The audience that it extends.")] = "default",
) -> None:
    """Start an audience: the smallest override, with comments.

    An existing one is never overwritten. Example: `briefgen audience new ministers --from executive`
    """
    import re

    from briefgen.audiences import audience_ids, select_audiences
    from briefgen.errors import UsageFault
    from briefgen.publishing import publish
    from briefgen.starting import absent, audience_files, schema_files
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise UsageFault(f"{name!r} is no id: small letters, digits and single hyphens, as `press-desk`")
    folder = workspace.root / "templates" / name
    if folder.exists():
        raise UsageFault(f"templates/{name} stands already; it is not overwritten")
    select_audiences(workspace, (base,))
    made = {folder / file: data for file, data in audience_files(name, base).items()}
    alone = audience_ids(workspace) == ("default",) and workspace.settings.audiences is None
    publish(absent(workspace.root, schema_files()) | made)
    for path in made:
        typer.echo(f"wrote {workspace.relative(path)}")
    if alone and name != "default":
        typer.echo(
            "from now on the audiences are the folders of templates/: `default` is built where it is asked for (-a default)"
        )


@audience.command()
def show(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="An audience of the workspace, or one that ships.")
    ],
    form: Annotated[Form, typer.Option("--format", help="How the answer is printed.")] = Form.TEXT,
) -> None:
    """Show what an audience resolves to, and where each setting is from.

    Example: `briefgen audience show public`
    """
    from briefgen.audiences import resolve, select_audiences
    from briefgen.building.outcome import tally
    from briefgen.cli.output import print_report
    from briefgen.inspection.inspecting import diagnose
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    select_audiences(workspace, (name,))
    resolved = resolve(workspace, name)
    documents = {document.path: document for document in resolved.documents}
    found = [
        each for finding in resolved.findings if (each := diagnose(finding, documents, workspace.settings))
    ]
    if resolved.audience is None:
        print_report(tally((), found), form.value, sys.stdout)
        raise typer.Exit(1)
    settings = resolved.audience.model_dump(mode="json")
    if form is Form.JSON:
        import json

        typer.echo(
            json.dumps(
                {"audience": settings, "origins": dict(resolved.origins)}, ensure_ascii=False, indent=1
            )
        )
        return
    for line in _lines(settings, dict(resolved.origins)):
        typer.echo(line)


def _lines(settings: dict[str, object], origins: dict[str, str]) -> list[str]:
    shown = {key: _shown(value) for key, value in settings.items() if key != "chain"}
    wide, deep = max(map(len, shown)), max(map(len, shown.values()))
    chain = settings["chain"]
    lines = [f"{' → '.join(map(str, chain)) if isinstance(chain, list) else chain}"]
    lines += [
        f"{key:{wide}}  {value:{min(deep, 60)}}  {origins.get(key, '')}".rstrip()
        for key, value in shown.items()
    ]
    return lines


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {inner}" for key, inner in value.items()) or "–"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
