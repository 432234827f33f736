"""Editions of small briefs, made without templates."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.audiences import resolve
from briefgen.checks.case import Case
from briefgen.editions import EditionView, select
from briefgen.inspection.inspecting import inspect
from briefgen.models.audience import Audience
from briefgen.workspace import open_workspace

SOURCE = (
    "The quay is closed. The ferry to Orm runs twice a day, the harbour master says. "
    "About 40 boats lie at anchor, and 12 of them leak.\n\nNobody knows when the quay opens again.\n"
)


def cite(quote: str, source: str = "notice", **more: Any) -> dict[str, Any]:
    return {"source": source, "quote": quote, **more}


def fact(statement: str, *quotes: str, **more: Any) -> dict[str, Any]:
    return {"statement": statement, "citations": [cite(quote) for quote in quotes], **more}


Edition = Callable[..., EditionView]


@pytest.fixture
def cite_quote() -> Callable[..., dict[str, Any]]:
    return cite


@pytest.fixture
def make_fact() -> Callable[..., dict[str, Any]]:
    return fact


@pytest.fixture
def make_case(make_workspace: Callable[..., Path]) -> Callable[..., tuple[Case, Audience]]:
    """A case of the given sections, and the audience `plain` with the given settings."""

    def make(settings: dict[str, Any] | None = None, **sections: Any) -> tuple[Case, Audience]:
        empty: dict[str, Any] = {
            name: [] for name in ("key_facts", "positions", "open_questions", "regional_context")
        }
        records = [
            {"id": "notice", "file": "notice.txt", "title": "Notice", "publisher": "Port office"},
            {"id": "secret", "file": "secret.txt", "title": "Secret", "marking": "TLP:RED"},
        ]
        root = make_workspace(
            {
                "briefs/quay.yaml": yaml.safe_dump(
                    {"title": "Quay", **empty, **sections}, sort_keys=False, allow_unicode=True
                ),
                "seeds/sources.yaml": yaml.safe_dump({"sources": records}),
                "seeds/notice.txt": SOURCE,
                "seeds/secret.txt": "The pump failed at night.\n",
                "templates/plain/audience.yaml": yaml.safe_dump({"label": "Readers", **(settings or {})}),
            }
        )
        workspace = open_workspace(root)
        case = inspect(workspace, ("quay",)).briefs[0].case
        audience = resolve(workspace, "plain").audience
        assert case is not None
        assert audience is not None
        return case, audience

    return make


@pytest.fixture
def edition(make_case: Callable[..., tuple[Case, Audience]]) -> Edition:
    """The view of a brief with the given sections for an audience with the given settings."""

    def make(
        settings: dict[str, Any] | None = None, without: frozenset[str] = frozenset(), **sections: Any
    ) -> EditionView:
        case, audience = make_case(settings, **sections)
        return select(case, audience, without)

    return make
