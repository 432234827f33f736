"""Audiences: chains, what comes from where, new ones, and every way in which an audience file can be wrong."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.audiences import (
    Resolved,
    audience_ids,
    resolve,
    select_audiences,
    shipped_ids,
)
from briefgen.errors import UsageFault
from briefgen.workspace import open_workspace, shipped_templates

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


def resolved(root: Path, name: str) -> Resolved:
    return resolve(open_workspace(root), name)


def test_a_workspace_without_audiences_has_default(make_workspace: MakeWorkspace) -> None:
    assert audience_ids(open_workspace(make_workspace())) == ("default",)


def test_audiences_are_folders_or_what_the_settings_list(make_workspace: MakeWorkspace) -> None:
    root = make_workspace({"templates/b/audience.yaml": "label: B\n", "templates/a/x.css": ""})
    assert audience_ids(open_workspace(root)) == ("a", "b")
    (root / "briefgen.toml").write_text("audiences = ['b', 'executive']\n")
    assert audience_ids(open_workspace(root)) == ("b", "executive")


def test_any_shipped_audience_may_be_asked_for(make_workspace: MakeWorkspace) -> None:
    workspace = open_workspace(make_workspace())
    assert {"default", "executive", "analyst", "public"} <= set(shipped_ids())
    assert select_audiences(workspace, ("public", "public")) == ("public",)
    with pytest.raises(UsageFault, match="did you mean public"):
        select_audiences(workspace, ("pubic",))


@pytest.mark.parametrize("name", ["default", "executive", "analyst", "public"])
def test_shipped_audiences_are_sound(make_workspace: MakeWorkspace, name: str) -> None:
    found = resolved(make_workspace(), name)
    assert (found.findings, found.chain[-1].id) == ((), "default")
    assert found.audience is not None
    assert found.audience.min_body_pt >= 8


def test_a_chain_of_three_inherits_setting_by_setting(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(
        {
            "templates/a/audience.yaml": "extends: b\nmax_pages: 2\ntheme: {accent: '#1f4e79'}\n",
            "templates/b/audience.yaml": "extends: c\npage: Letter\ntheme: {typeface: sans}\nmarking: TLP:GREEN\n",
            "templates/c/audience.yaml": "min_body_pt: 9.5\nmarking: TLP:AMBER\n",
        }
    )
    found = resolved(root, "a")
    audience = found.audience
    assert audience is not None
    assert audience.chain == ("a", "b", "c", "default")
    assert (audience.max_pages, audience.page, audience.min_body_pt, audience.marking) == (
        2,
        "Letter",
        9.5,
        "TLP:GREEN",
    )
    assert audience.theme == {"accent": "#1f4e79", "typeface": "sans"}
    assert found.origins["page"] == "templates/b/audience.yaml"


def test_a_workspace_may_override_default_itself(make_workspace: MakeWorkspace) -> None:
    found = resolved(make_workspace({"templates/default/audience.yaml": "max_pages: 2\n"}), "default")
    assert found.audience is not None
    assert (found.audience.chain, found.audience.max_pages) == (("default", "default"), 2)


@pytest.mark.parametrize(
    ("files", "rule", "words"),
    [
        ({"a": "extends: a\n"}, "invalid-value", "a → a"),
        ({"a": "extends: b\n", "b": "extends: a\n"}, "invalid-value", "a → b → a"),
        ({"a": "extends: pubilc\n"}, "unknown-reference", "no audience `pubilc`"),
        ({"a": "max_page: 2\n"}, "unknown-field", "max_page"),
        ({"a": "sections: [key_fact]\n"}, "invalid-value", "sections"),
        ({"a": "min_body_pt: 7\n"}, "invalid-value", "min_body_pt"),
        ({"a": "max_pages: 1.5\n"}, "wrong-type", "max_pages"),
        ({"a": "marking: TLP:WHITE\n"}, "invalid-value", "TLP:WHITE"),
        ({"a": "- list\n"}, "wrong-type", "mapping"),
        ({"a": "label: [\n"}, "yaml-syntax", "not closed"),
        ({"a": "extends: b\n", "b": "pages: A4\n"}, "unknown-field", "pages"),
    ],
)
def test_faulty_audience_files(
    make_workspace: MakeWorkspace, files: dict[str, str], rule: str, words: str
) -> None:
    root = make_workspace({f"templates/{name}/audience.yaml": text for name, text in files.items()})
    found = resolved(root, "a")
    assert found.audience is None
    assert [finding.rule for finding in found.findings] == [rule]
    assert words in found.findings[0].message
    assert found.findings[0].path in {f"templates/{name}/audience.yaml" for name in files}


def test_new_audiences_build_at_once(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    done = briefgen("-C", root, "audience", "new", "press-desk", "--from", "public")
    assert done.returncode == 0, done
    assert "wrote templates/press-desk/audience.yaml" in done.stdout
    built = briefgen("-C", root, "build", "-f", "html")
    assert (built.returncode, built.stderr) == (0, "built 1 edition\n")
    assert (root / "dist/quay/press-desk.html").exists()
    again = briefgen("-C", root, "audience", "new", "press-desk")
    assert (again.returncode, "stands already" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("name", "base", "words"),
    [("Press", "default", "is no id"), ("../x", "default", "is no id"), ("x", "nobody", "no audience")],
)
def test_new_refuses(briefgen: Run, make_workspace: MakeWorkspace, name: str, base: str, words: str) -> None:
    root = make_workspace()
    done = briefgen("-C", root, "audience", "new", name, "--from", base)
    assert (done.returncode, words in done.stderr) == (2, True)
    assert not (root / "templates").exists()


def test_show_says_where_each_setting_comes_from(briefgen: Run, make_workspace: MakeWorkspace) -> None:
    root = make_workspace({"templates/desk/audience.yaml": "extends: public\npage: Letter\n"})
    lines = briefgen("-C", root, "audience", "show", "desk").stdout.splitlines()
    assert lines[0] == "desk → public → default"
    assert any(line.split() == ["page", "Letter", "templates/desk/audience.yaml"] for line in lines)
    assert any(line.split() == ["marking", "TLP:CLEAR", "templates/public/audience.yaml"] for line in lines)


def test_a_workspace_may_link_to_the_shipped_templates(make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    (root / "templates").symlink_to(shipped_templates())
    found = resolved(root, "public")
    assert found.findings == ()
    assert found.audience is not None
    assert found.audience.chain == ("public", "default")
