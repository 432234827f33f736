"""`briefgen explain`: the page of a rule, or the list of all."""

from typing import Annotated

import typer

from briefgen.cli.completing import complete_rules


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help="A rule's name, as faults are told with it: quote-not-found.",
            autocompletion=complete_rules,
        ),
    ] = None,
) -> None:
    """Print the page of a rule, or the list of rules.

    A page says what the rule does, why, an example and the remedy.

    Examples: `briefgen explain`, `briefgen explain quote-not-found`
    """
    from briefgen import catalogue
    from briefgen.documents.validation import nearest
    from briefgen.errors import UsageFault

    if rule is None:
        typer.echo(_overview())
        return
    try:
        found = catalogue.rule(rule)
    except KeyError as error:
        near = nearest(rule, [each.name for each in catalogue.rules()])
        hint = f"did you mean {near}?" if near else "`briefgen explain` lists them"
        raise UsageFault(f"there is no rule {rule!r}; {hint}") from error
    typer.echo(
        f"# {found.name}\n\n{found.summary}\nFamily: {found.family}. Default severity: {found.severity}.\n"
    )
    typer.echo(found.page, nl=False)


def _overview() -> str:
    from briefgen.catalogue import FAMILIES, rules

    every = rules()
    width = max(len(each.name) for each in every)
    lines: list[str] = []
    for family in FAMILIES:
        members = [each for each in every if each.family == family]
        lines += [f"{family}:"] * bool(members)
        lines += [f"  {each.name:{width}}  {each.severity:7}  {each.summary}" for each in members]
    return "\n".join(lines)
