"""The command line: one file a command, exit codes 0 (well), 1 (faults in the content), 2 (could not run).

The commands themselves are loaded only where there is something to do.
"""

import contextlib
import gc
import os
import signal
import sys

from briefgen.errors import EnvironmentFault, UsageFault

COLLECTED_AFTER = (50_000, 20, 100)
"""Objects made before the garbage collector looks at them, by generation. Python's own 700 has it look at the modules
again and again while they are loaded, which made a tenth of a cold build."""
REPORT = "please report it with the output of the same command run with BRIEFGEN_TRACEBACK=1; nothing was half-written"


def main() -> None:
    """Run the command line; every expected failure ends with a message and an exit code, never a traceback."""
    gc.set_threshold(*COLLECTED_AFTER)
    # What else is installed must not change what is read, and is not looked through for plugins.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        if not _builds(sys.argv[1:]):
            _run()
        elif not _nothing_to_do(sys.argv[1:]):
            with _pages_ahead(sys.argv[1:]):
                _run()
    except (UsageFault, EnvironmentFault) as fault:
        _stop(str(fault), 2)
    except KeyboardInterrupt:
        _stop("stopped; files appear whole or not at all, so nothing is half-written", 130)
    except OSError as error:
        _on_os_error(error)
    except Exception as error:
        if os.environ.get("BRIEFGEN_TRACEBACK"):
            raise
        _stop(f"a fault of briefgen itself: {type(error).__name__}: {error}\n{REPORT}", 2)
    finally:
        # All is done but Python's own clearing up, in which a Ctrl-C would end the process as if it had failed.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # Python would also end as if killed where a Ctrl-C that was answered came while a dataclass was made, which runs
        # text: it keeps that in mind until text is run again.
        exec("")
        # What the process leaves goes with it: looking for cycles in it takes a tenth of `--help`.
        gc.freeze()


def _run() -> None:
    from briefgen.cli.commands import app

    app(prog_name="briefgen")


def _builds(arguments: list[str]) -> bool:
    """Whether the command is `build`; other commands load nothing of what comes before one."""
    place = 2 if arguments[:1] in (["-C"], ["--workspace"]) else 0
    return arguments[place : place + 1] == ["build"]


def _nothing_to_do(arguments: list[str]) -> bool:
    from briefgen.building.settled import nothing_to_do, report_of

    fresh = nothing_to_do(arguments)
    if fresh is None:
        return False
    print("up to date", file=sys.stderr)
    report = report_of(arguments)
    if report is not None:
        from briefgen.building.outcome import report_nothing

        report_nothing(fresh, report, _value(arguments, "--shard", "--shard"))
    return True


def _pages_ahead(arguments: list[str]) -> contextlib.AbstractContextManager[None]:
    """The process that sets pages, begun while this one loads everything else, where a page will probably be set."""
    # A guess, which costs some work where it is wrong.
    formats, jobs = _value(arguments, "-f", "--format"), _value(arguments, "-j", "--jobs")
    elsewhere = any(word.startswith(("-h", "--help", "--fit", "--scheduler")) for word in arguments)
    if elsewhere or jobs == "1" or (formats is not None and "pdf" not in formats):
        return contextlib.nullcontext()
    from briefgen.building.workers import pages_ahead

    return pages_ahead()


def _value(arguments: list[str], short: str, long: str) -> str | None:
    """The value that an option is given in one of its forms: `-j1`, `-j 1`, `--jobs=1`, `--jobs 1`."""
    for place, word in enumerate(arguments):
        if word in (short, long):
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if word.startswith((short, f"{long}=")):
            return word.removeprefix(f"{long}=").removeprefix(short)
    return None


def _on_os_error(error: OSError) -> None:
    import errno

    if error.errno == errno.EPIPE:
        # The reader of our output went away (`briefgen … | head`): leave without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    where = f" ({error.filename})" if error.filename else ""
    _stop(f"{error.strerror or error}{where}", 2)


def _stop(message: str, code: int) -> None:
    print(f"briefgen: {message}", file=sys.stderr)
    sys.exit(code)
