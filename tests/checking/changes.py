"""A workspace of briefs, sources and audiences, and the changes to it after which a check must say what is so now."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import write_files

Change = Callable[[Path], object]

EMPTY = "positions: []\nopen_questions: []\nregional_context: []\n"
PORT = f"""\
title: Port
marking: TLP:GREEN
key_facts:
  - id: ferries
    statement: Ferries run as usual.
    citations: [{{source: port-notice, quote: Ferries run as usual}}]
    allow: [{{rule: single-source, reason: The port is the only one who knows.}}]
  - id: workers
    statement: The port employs 760 workers.
    citations: [{{source: staff, quote: The port employs 750 workers}}]
    marking: TLP:GREEN
    allow: [{{rule: number-bound, reason: Of no use.}}]
  - id: payer
    statement: Zenith Union pays the bill.
    citations: [{{source: staff, quote: Quorl pays the bill}}]
  - {{use: shared/law#act, audiences: [desk]}}
{EMPTY}"""
FAULTY = f"""\
title: Faulty
key_facts:
  - id: lost
    statement: Trains are late.
    citations: [{{source: staff, quote: Ferries run as usual}}]
  - id: unknown
    statement: Trains run.
    citations: [{{source: port-notise, quote: Trains run on time}}]
    basis: [nowhere]
{EMPTY}"""
FRENCH = f"""\
title: Français
language: fr
key_facts:
  - id: quai
    statement: Le quai est fermé.
    citations: [{{source: french, quote: Le quai est fermé depuis mai}}]
  - {{use: shared/law#act}}
{EMPTY}"""
LAW = """\
key_facts:
  - id: act
    statement: The act of 2019 forbids 30 ships.
    citations: [{source: act, quote: forbids 31 ships}]
"""
REGISTER = """\
sources:
  - {id: port-notice, file: notice.txt, title: Notice to shipping}
  - {id: staff, file: staff.txt, title: Staff list, independence: port}
  - {id: unused, file: staff.txt, title: Nobody cites it}
"""
MORE = """\
sources:
  - {id: french, file: deep/quai.txt, title: Avis, language: fr}
  - {id: act, file: act.txt, title: The act, marking: "TLP:GREEN"}
"""
FILES = {
    "briefs/port.yaml": PORT,
    "briefs/deep/faulty.yaml": FAULTY,
    "briefs/french.yaml": FRENCH,
    "briefs/shared/law.yaml": LAW,
    "seeds/sources.yaml": REGISTER,
    "seeds/staff.txt": "The port employs 750 workers. They work in shifts. Quorl pays the bill.\n",
    "seeds/law/sources.yaml": MORE,
    "seeds/law/act.txt": "The act of 2019 forbids 31 ships to land.\n",
    "seeds/law/deep/quai.txt": "Le quai est fermé depuis mai. Les navires attendent.\n",
    "templates/desk/audience.yaml": "label: Desk\nmarking: TLP:GREEN\n",
    "templates/press/audience.yaml": "label: Press\nlanguage: fr\nmarking: TLP:CLEAR\n",
    "briefgen.toml": '[aliases]\nQuorl = ["Zenith Union"]\n',
}


def edit(name: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / name).read_text()
        assert old in text
        (root / name).write_text(text.replace(old, new, 1))

    return change


def write(name: str, text: str) -> Change:
    def change(root: Path) -> None:
        write_files(root, {name: text})

    return change


def remove(name: str) -> Change:
    return lambda root: (root / name).unlink()


def lead_out(root: Path) -> None:
    """A source becomes a link to the same text outside of its register's folder."""
    (root / "elsewhere.txt").write_bytes((root / "seeds/staff.txt").read_bytes())
    (root / "seeds/staff.txt").unlink()
    (root / "seeds/staff.txt").symlink_to(root / "elsewhere.txt")


CHANGES: dict[str, Change] = {
    "a brief": edit("briefs/port.yaml", "760", "770"),
    "lines of a brief": edit("briefs/port.yaml", "title: Port", "# a comment\ntitle: Port"),
    "a waiver": edit("briefs/port.yaml", "rule: single-source", "rule: number-unsupported"),
    "a brief that cites no more": edit("briefs/french.yaml", "source: french", "source: staff"),
    "a brief that cites what was unused": edit("briefs/french.yaml", "source: french", "source: unused"),
    "a brief that cannot be read": write("briefs/port.yaml", "title: [\n"),
    "a new brief": write("briefs/new.yaml", PORT.replace("ferries", "boats")),
    "a brief that is gone": remove("briefs/deep/faulty.yaml"),
    "a shared fact": edit("briefs/shared/law.yaml", "30 ships", "32 ships"),
    "a shared fact that is gone": remove("briefs/shared/law.yaml"),
    "a shared fact without its id": edit("briefs/shared/law.yaml", "id: act", "id: acts"),
    "a lock": write("briefs/port.lock", '{"quotes": [], "sources": {}, "version": 1}\n'),
    "a broken lock": write("briefs/port.lock", "{"),
    "a source": edit("seeds/staff.txt", "750", "760"),
    "a source that a quote now stands in": edit(
        "seeds/law/act.txt", "to land", "to land. Ferries run as usual"
    ),
    "a source that is gone": remove("seeds/staff.txt"),
    "a source that says nothing": write("seeds/staff.txt", "\n"),
    "a source that leads out": lead_out,
    "a register's entry": edit("seeds/sources.yaml", "title: Staff list", "title: Staff list, language: de"),
    "a register's marking": edit("seeds/sources.yaml", "Staff list", 'Staff list, marking: "TLP:RED"'),
    "a register's lines": edit("seeds/sources.yaml", "sources:", "# known\n\nsources:"),
    "another file of an entry": edit("seeds/sources.yaml", "file: notice.txt", "file: staff.txt"),
    "the id that was meant": edit("seeds/sources.yaml", "id: unused", "id: port-notise"),
    "a source that may have been meant": edit(
        "seeds/law/sources.yaml",
        "sources:",
        "sources:\n  - {id: port-notises, file: act.txt, title: The act}",
    ),
    "an id twice": edit("seeds/law/sources.yaml", "id: french", "id: staff"),
    "a broken register": write("seeds/law/sources.yaml", "sources: ["),
    "a new register": write(
        "seeds/new/sources.yaml", "sources:\n  - {id: late, file: late.txt, title: Late}\n"
    ),
    "settings": write("briefgen.toml", '[rules]\nsingle-source = "off"\nnot-locked = "error"\n'),
    "aliases": write("briefgen.toml", '[aliases]\nPort = ["Harbour"]\n'),
    "settings that are gone": remove("briefgen.toml"),
    "an audience": edit("templates/press/audience.yaml", "TLP:CLEAR", "TLP:AMBER"),
    "an audience's language": edit("templates/press/audience.yaml", "language: fr", "language: nn"),
    "a broken audience": write("templates/press/audience.yaml", "label: [\n"),
    "a new audience": write("templates/radio/audience.yaml", "label: Radio\nlanguage: nn\n"),
    "an audience that is gone": lambda root: shutil.rmtree(root / "templates/desk"),
    "a template": write(
        "templates/desk/brief.html.j2",
        '{% extends "default/brief.html.j2" %}{% block nowhere %}{% endblock %}',
    ),
}
