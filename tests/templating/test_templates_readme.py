"""The generated page on templates is current."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
import templates_readme  # type: ignore[import-not-found]


def test_templates_readme_is_current() -> None:
    written = (templates_readme.ROOT / "templates/README.md").read_text(encoding="utf-8")
    assert written == templates_readme.page(), "run scripts/templates_readme.py"


def test_it_lists_every_block_of_the_contract() -> None:
    page = templates_readme.page()
    blocks = "head header bottom_line key_facts positions open_questions regional_context timeline figures map sources footer"
    assert all(f"- `{name}`\n" in page for name in blocks.split())


def test_every_field_of_the_linter_context_is_said() -> None:
    from briefgen.templating.linting import CONTEXT

    assert set(CONTEXT) == set(templates_readme.CONTEXT)
