"""The furniture's catalogues: complete, current with the templates, and with the same placeholders."""

import re
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from briefgen.templating.furniture import LOCALES, translations

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
import catalogues  # type: ignore[import-not-found]

PATHS = sorted(LOCALES.glob("*/LC_MESSAGES/briefgen.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def test_the_languages_that_ship() -> None:
    assert {path.parent.parent.name for path in PATHS} >= {"fr", "de", "es", "uk", "tr", "ar", "ckb"}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.parent.parent.name)
def test_a_catalogue_is_complete_and_current(path: Path) -> None:
    assert catalogues.updated(path, catalogues.template_catalogue()) == path.read_text(encoding="utf-8"), (
        "run scripts/catalogues.py"
    )
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.parent.name)
    for message in catalogue:
        if not message.id:
            continue
        plural = not isinstance(message.id, str)
        translated = [str(text) for text in message.string or ()] if plural else [str(message.string or "")]
        wanted = set(PLACEHOLDER.findall(str(message.id[-1]) if plural else str(message.id)))
        assert all(translated), message.id
        assert translated
        assert all(set(PLACEHOLDER.findall(text)) <= wanted for text in translated)
        assert plural or set(PLACEHOLDER.findall(translated[0])) == wanted


def test_plural_forms_are_used() -> None:
    one, many = "%(num)s item is withheld from this edition.", "%(num)s items are withheld from this edition."
    forms = {translations("uk").ngettext(one, many, number) for number in (1, 2, 5)}
    assert len(forms) == 3
    assert translations("fr-CA").gettext("Key facts") == "Faits clés"
    assert translations("en-GB").gettext("Key facts") == "Key facts"
