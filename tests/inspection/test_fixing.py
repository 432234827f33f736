"""`check --fix`: safe fixes, spliced into the text of a brief and nothing else."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.inspection.fixing import fix_briefs
from briefgen.inspection.inspecting import inspect, open_library
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace, Run

NOTICE = """In winter the quay is shut. In storms the quay is shut. Traffic fell by -3.5% in the spring of the year.
Pilots stay on duty at all hours.
"""
HEAD = "\ufeff# a comment, kept as it is\ntitle:   Quay\nkey_facts:\n"
TAIL = "positions: []   # none\nopen_questions: []\nregional_context: []\n"
ITEM = "  - id: item-{number}\n    statement: Quays.\n    citations:\n{citation}\n"
BLOCK = "      - source: port-notice\n        quote: {quote}   # why\n"
FOLDED = "      - source: port-notice\n        quote: >-\n          {quote}\n        relation: supports\n"
FLOW = "      - {{source: port-notice, quote: '{quote}'}}\n"
FAULTY = [
    "the quay is shut",
    "Traffic fell by -3.5",
    "Pilots  stay on duty",
    "Pilоts stay on duty",
    "ilots stay on duty",
]


def brief(*citations: str) -> str:
    items = (
        ITEM.format(number=number, citation=citation.rstrip()) for number, citation in enumerate(citations)
    )
    return HEAD + "".join(items) + TAIL


def quotes_of(root: Path) -> Counter[tuple[str, str | None]]:
    found = inspect(open_workspace(root), ("quay",)).report().diagnostics
    return Counter((each.rule, each.item) for each in found)


@pytest.mark.parametrize("style", [BLOCK, FOLDED, FLOW])
@pytest.mark.parametrize("quote", FAULTY)
def test_a_safe_fix_silences_its_rule_and_raises_no_other(
    make_workspace: MakeWorkspace, style: str, quote: str
) -> None:
    root = make_workspace({"briefs/quay.yaml": brief(style.format(quote=quote)), "seeds/notice.txt": NOTICE})
    workspace = open_workspace(root)
    before = quotes_of(root)
    fixed = fix_briefs(workspace, open_library(workspace), ("quay",))
    assert len(fixed.titles) == 1
    (root / "briefs/quay.yaml").write_bytes(fixed.after["briefs/quay.yaml"])
    after = quotes_of(root)
    assert after <= before
    assert not any(rule.startswith(("quote-", "yaml-")) for rule, _ in after)


@given(st.lists(st.sampled_from(FAULTY), min_size=1, max_size=3), st.data())
def test_fixes_mend_their_faults_and_everything_around_them_stays_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, quotes: list[str], data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("ws")
    (root / "briefs").mkdir()
    (root / "seeds").mkdir()
    styles = [data.draw(st.sampled_from([BLOCK, FLOW])) for _ in quotes]
    text = brief(*(style.format(quote=quote) for style, quote in zip(styles, quotes, strict=True)))
    ends = data.draw(st.sampled_from(["\n", "\r\n"]))
    (root / "briefs/quay.yaml").write_bytes(text.replace("\n", ends).encode())
    (root / "seeds/sources.yaml").write_text("sources:\n  - {id: port-notice, file: n.txt, title: Notice}\n")
    (root / "seeds/n.txt").write_text(NOTICE)
    workspace = open_workspace(root)
    faults = quotes_of(root)
    fixed = fix_briefs(workspace, open_library(workspace), ("quay",))
    after = fixed.after["briefs/quay.yaml"].decode()
    assert after.startswith(HEAD.replace("\n", ends))
    assert after.endswith(TAIL.replace("\n", ends))
    assert after.count("# why") == text.count("# why")
    assert ("\r" in after) == (ends == "\r\n")
    assert after.replace("\r\n", "").count("\r") == 0
    assert after.count("statement: Quays.") == len(quotes)
    (root / "briefs/quay.yaml").write_bytes(fixed.after["briefs/quay.yaml"])
    left = quotes_of(root)
    assert left <= faults
    assert not any(rule.startswith(("quote-", "yaml-")) for rule, _ in left)


def test_a_fix_that_needs_other_words_is_left_to_people(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(
        {"briefs/quay.yaml": brief(BLOCK.format(quote="Pilots stay on board")), "seeds/notice.txt": NOTICE}
    )
    workspace = open_workspace(root)
    assert fix_briefs(workspace, open_library(workspace), ("quay",)).after == {}


def test_diff_shows_and_writes_nothing_and_fix_writes(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    text = brief(BLOCK.format(quote="the quay is shut"))
    root = make_workspace({"briefs/quay.yaml": text, "seeds/notice.txt": NOTICE})
    (root / "briefs/quay.yaml").chmod(0o600)
    shown = briefgen("-C", root, "check", "--fix", "--diff")
    assert "+        prefix: winter" in shown.stdout
    assert shown.returncode == 1
    assert (root / "briefs/quay.yaml").read_bytes() == text.encode()
    done = briefgen("-C", root, "check", "--fix")
    assert done.returncode == 0, done.stdout
    assert "prefix: winter" in (root / "briefs/quay.yaml").read_text()
    assert (root / "briefs/quay.yaml").stat().st_mode & 0o777 == 0o600


def test_equal_fixes_of_an_item_are_told_once(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    values = "".join(
        f"      - {{label: Orm, value: 3.5, citations: [{{source: port-notice, quote: '{quote}'}}]}}\n"
        for quote in ("raffic fell by -3.5%", "ilots stay on duty", "ilots stay on duty at")
    )
    chart = f"figures:\n  - id: boats\n    title: Boats\n    values:\n{values}"
    root = make_workspace({"briefs/quay.yaml": f"{HEAD[:-1]} []\n{TAIL}{chart}", "seeds/notice.txt": NOTICE})
    done = briefgen("-C", root, "check", "--fix", "--diff")
    assert [line for line in done.stderr.splitlines() if line.startswith("would")] == [
        "would fix boats: quote whole words, in 3 places"
    ]


def test_a_fix_that_would_bring_up_another_fault_is_left_and_told(
    make_workspace: MakeWorkspace, briefgen: Run
) -> None:
    notice = "The mayor said the quay is shut. The envoy said the quay is shut.\n"
    root = make_workspace(
        {"briefs/quay.yaml": brief(BLOCK.format(quote="the quay is shut")), "seeds/notice.txt": notice}
    )
    done = briefgen("-C", root, "check", "--fix")
    assert "suffix" not in (root / "briefs/quay.yaml").read_text()
    assert [line for line in done.stderr.splitlines() if line.startswith("not fixed")] == [
        "not fixed item-0: mean the one on line 1 of the source, after “mayor said”: it would bring up quote-trimmed-context"
    ]


def test_diff_without_fix_is_a_mistake(make_workspace: MakeWorkspace, briefgen: Run) -> None:
    assert briefgen("-C", make_workspace(), "check", "--diff").returncode == 2


def test_a_quote_that_a_comma_cut_short_is_left_to_its_author(make_workspace: MakeWorkspace) -> None:
    flow = "      - {source: port-notice, quote: Traffic fell by -3,500 men in the spring}\n"
    root = make_workspace(
        {"briefs/quay.yaml": brief(flow), "seeds/notice.txt": NOTICE.replace("-3.5%", "-3,500 men")}
    )
    assert {rule for rule, _ in quotes_of(root)} >= {"unknown-field", "quote-cuts-token"}
    workspace = open_workspace(root)
    assert not fix_briefs(workspace, open_library(workspace), ("quay",)).titles


@pytest.mark.parametrize(
    "quotes", [("the quay is shut", "the quay is shut"), ("the quay  is shut",), ("the quay\tis shut",)]
)
def test_twins_and_quotes_with_other_blanks_are_fixed_to_the_last(
    make_workspace: MakeWorkspace, quotes: tuple[str, ...]
) -> None:
    """A quote that is told apart at last may show other blanks; a second one like it is to be fixed as well."""
    cited = "".join(FLOW.format(quote=quote) for quote in quotes)
    root = make_workspace({"briefs/quay.yaml": brief(cited), "seeds/notice.txt": NOTICE})
    workspace = open_workspace(root)
    fixed = fix_briefs(workspace, open_library(workspace), ("quay",))
    (root / "briefs/quay.yaml").write_bytes(fixed.after["briefs/quay.yaml"])
    assert not any(rule.startswith("quote-") for rule, _ in quotes_of(root))


def test_a_mended_date_may_bring_up_what_could_not_be_checked_before(make_workspace: MakeWorkspace) -> None:
    entry = "timeline:\n  - date: 15 May 2026\n    statement: The quay opens.\n    citations: []\n"
    root = make_workspace({"briefs/quay.yaml": f"{HEAD[:-1]} []\n{TAIL}{entry}", "seeds/notice.txt": NOTICE})
    workspace = open_workspace(root)
    fixed = fix_briefs(workspace, open_library(workspace), ("quay",))
    assert fixed.titles == ("timeline[0]: write 2026-05-15",)
    (root / "briefs/quay.yaml").write_bytes(fixed.after["briefs/quay.yaml"])
    assert ("uncited", "timeline[0]") in quotes_of(root)
