"""The command line: one file a command, exit codes 0 (well), 1 (faults in the content), 2 (could not run).

The commands themselves are loaded only where there is something to do.
"""

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
    try:
        if _nothing_to_build(sys.argv[1:]):
            print("up to date", file=sys.stderr)
            return
        from briefgen.cli.commands import app

        app(prog_name="briefgen")
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
        # What the process leaves goes with it: looking for cycles in it takes a tenth of `--help`.
        gc.freeze()


def _nothing_to_build(arguments: list[str]) -> bool:
    """Whether this is a build that has nothing to do; other commands load nothing for the question."""
    if "build" not in arguments:
        return False
    from briefgen.building.settled import nothing_to_do

    return nothing_to_do(arguments)


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
