"""`briefgen check --explain-item`: what the word rules recognised, printed."""

import json
from typing import TextIO

from briefgen.errors import UsageFault
from briefgen.workspace import Workspace


def explain_to(stream: TextIO, workspace: Workspace, briefs: tuple[str, ...], name: str, form: str) -> None:
    """Print the explanations of the item called `name` in the given briefs.

    Raises:
        UsageFault: no brief has a statement of that name that rests on anything.
    """
    from briefgen.checks.words.explanation import explain_item
    from briefgen.inspection.inspecting import inspect
    from briefgen.reporting.explained import render_explanations

    cases = [brief.case for brief in inspect(workspace, workspace.select(briefs)).briefs if brief.case]
    found = [each for case in cases for each in explain_item(case, name)]
    if not found:
        raise UsageFault(
            f"no statement with a quote is called {name}: give an item's id, or its place (key_facts[0])"
        )
    if form == "json":
        document = {"version": 1, "explanations": [each.as_data() for each in found]}
        stream.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        stream.write(render_explanations(found))
