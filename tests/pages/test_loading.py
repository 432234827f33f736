"""The engine is loaded late and quickly, and its absence is explained."""

import ctypes.util
import subprocess
import sys

import pytest

from briefgen.errors import EnvironmentFault
from briefgen.pages import loading


def modules_after(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def test_the_types_do_not_load_the_engine() -> None:
    loaded = modules_after("import briefgen.pages, briefgen.pages.report")
    assert "weasyprint" not in loaded
    assert "pikepdf" not in loaded


@pytest.mark.skipif(sys.platform != "linux", reason="answers questions that only Linux asks")
def test_no_compiler_is_asked_for_libraries() -> None:
    code = (
        "import subprocess\n"
        "def refuse(*a, **k): raise AssertionError(a)\n"
        "subprocess.Popen = refuse\n"
        "from briefgen.pages.loading import load_engine\n"
        "load_engine()"
    )
    assert "weasyprint" in modules_after(code)


def test_the_questions_are_answered_as_before_afterwards() -> None:
    asked = ctypes.util.find_library
    loading.load_engine()
    assert ctypes.util.find_library is asked


def test_missing_libraries_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    loading.load_engine.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Refusing(), *sys.meta_path])
    with pytest.raises(EnvironmentFault, match="libpango"):
        loading.load_engine()


def test_what_is_hardly_ever_called_is_loaded_when_it_is() -> None:
    loaded = "from briefgen.pages.loading import load_engine; load_engine()\n"
    assert not {"fontTools.subset", "fontTools.varLib"} & modules_after(loaded)
    called = (
        loaded
        + "from weasyprint.pdf import fonts; assert fonts.subset.Options(hinting=False).hinting is False"
    )
    assert "fontTools.subset" in modules_after(called)


def test_real_modules_are_left_alone() -> None:
    code = "import fontTools.subset as s\nfrom briefgen.pages.loading import load_engine; load_engine()\n"
    check = "from weasyprint.pdf import fonts; assert fonts.subset is s is sys.modules['fontTools.subset']"
    assert "weasyprint" in modules_after(code + check)
