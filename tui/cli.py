"""The command line: what is asked for, what it answers on which stream, and the exit status.

Nothing heavy is imported before it is needed: `--help` costs little more than Python itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from tui.usage import HELP, UsageError

TYPE_CHECKING = False
"""Known to type checkers; importing `typing` for it would slow `--help` by a tenth."""
if TYPE_CHECKING:
    from argparse import Namespace

    from tui.config import Config
    from tui.core.document import Document
    from tui.core.reading import Problem

DONE = 0
DIFFERENT = 1
"""`report --exit-code` found a difference or a contradiction."""
TROUBLE = 2
INTERRUPTED = 130
CLOSED_PIPE = 141
"""Whoever read our output went away; as if by SIGPIPE, like other tools."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    # For matrices as small as ours more threads only cost their start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except UsageError as error:
        _tell(str(error))
        return TROUBLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Nothing may be left to flush when Python shuts its streams.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return CLOSED_PIPE
    except Exception as error:
        if os.environ.get("HEXAPLA_TRACEBACK"):
            raise
        _tell(f"a fault of hexapla's own: {type(error).__name__}: {error}")
        _tell("please report it, with what HEXAPLA_TRACEBACK=1 shows")
        return TROUBLE


def _run(arguments: list[str]) -> int:
    command = _take_command(arguments)
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if "--help" in options or "-h" in options:
        _write(HELP[command].encode())
        return DONE
    if "--version" in options:
        from tui import __version__

        _write(f"hexapla {__version__}\n".encode())
        return DONE
    from tui.arguments import parse
    from tui.config import ConfigError, load

    args = parse(command, arguments)
    try:
        config = load(args.config, _flags(args))
    except ConfigError as error:
        raise UsageError(str(error)) from None
    return {"report": _report, "batch": _batch, "": _read}[command](args, config)


def _flags(args: Namespace) -> dict[str, dict[str, object]]:
    """The settings that options give; None where an option is not there."""
    mouse = False if getattr(args, "no_mouse", False) else None
    return {"reading": {"encoding": args.encoding}, "reader": {"mouse": mouse}}


def _take_command(arguments: list[str]) -> str:
    """Remove the command from `arguments`: the first that is no option, if it names one."""
    value = False
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        if not value and (argument == "-" or not argument.startswith("-")):
            return arguments.pop(i) if argument in ("report", "batch") else ""
        value = argument in ("--config", "--encoding")
    return ""


# -- what is done -------------------------------------------------------------------------------


def _read(args: Namespace, config: Config) -> int:
    if args.plain:
        return _plain(args, config)
    terminal = _terminal()
    names = args.documents or _unnamed(piped=terminal is not None and sys.stdin is not None)
    documents, problems = _documents(names, config)
    if not documents:
        return TROUBLE
    if terminal is not None:
        _take_keys_from(terminal)
    from tui.reader.app import run

    warnings = [str(p) for p in problems]
    return run(documents, config.analysis, config.reader, warnings)


def _take_keys_from(terminal: int) -> None:
    """Make a terminal standard input, also where that was closed."""
    if terminal != 0:
        os.dup2(terminal, 0)
        os.close(terminal)
    if sys.stdin is None:
        sys.stdin = sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115


def _unnamed(piped: bool) -> list[str]:
    """What is read where no document is named: what is piped in, or else the samples."""
    if piped:
        return ["-"]
    from tui.resources import resource

    return [resource("seeds")]


def _plain(args: Namespace, config: Config) -> int:
    """The reader for those who listen: all there is to read, once, on standard output."""
    piped = sys.stdin is not None and not sys.stdin.isatty()
    documents, problems = _documents(args.documents or _unnamed(piped), config)
    if not documents:
        return TROUBLE
    from tui.core.comparison import compare
    from tui.reports.plain import to_plain

    encoding = sys.stdout.encoding if sys.stdout is not None else "utf-8"
    comparison = compare(documents, config.analysis, None, _tell)
    _write(to_plain(comparison).encode(encoding, "replace"))
    return TROUBLE if any(p.lost for p in problems) else DONE


def _terminal() -> int | None:
    """A terminal to read keys from, opened where standard input is none.

    The screen is drawn on standard error, and its size is that of standard output.
    """
    advice = "to print the comparison instead, use 'hexapla report' or --plain"
    if os.environ.get("TERM") == "dumb":
        raise UsageError(f"a terminal called dumb has no screen to read on; {advice}")
    for stream, name in ((sys.stdout, "output"), (sys.stderr, "error")):
        if stream is None or not stream.isatty():
            raise UsageError(f"standard {name} is no terminal to read in; {advice}")
    if sys.stdin is not None and sys.stdin.isatty():
        return None
    try:
        return os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        raise UsageError(f"there is no terminal to read keys from; {advice}") from None


def _report(args: Namespace, config: Config) -> int:
    if not args.documents:
        raise UsageError("which documents?\ntry 'hexapla report --help'")
    documents, problems = _documents(args.documents, config)
    if not documents:
        return TROUBLE
    from tui.core.comparison import compare

    comparison = compare(documents, config.analysis, None, _tell)
    if args.format == "json":
        from tui.reports.json import dump, to_json

        _write(dump(to_json(comparison)))
    else:
        from tui.reports.text import terminal_width, to_text

        encoding = sys.stdout.encoding if sys.stdout is not None else "utf-8"
        plain = not _can_encode("≠≈—", encoding)
        text = to_text(comparison, terminal_width(), plain, args.explain)
        _write(text.encode(encoding, "replace"))
    if any(p.lost for p in problems):
        return TROUBLE
    disagree = any(link.relation != "agrees" for link in comparison.links)
    return DIFFERENT if args.exit_code and disagree else DONE


def _batch(args: Namespace, config: Config) -> int:
    from tui.reports.batch import run_batch
    from tui.reports.json import dump

    status = DONE
    try:
        if args.manifest == "-":
            if sys.stdin is None:
                raise UsageError("standard input is closed; name a manifest")
            _tell_of_typing()
            lines: Iterable[bytes] = sys.stdin.buffer
            folder = ""
        else:
            lines = open(args.manifest, "rb")  # noqa: SIM115
            folder = os.path.dirname(args.manifest)
    except OSError as error:
        raise UsageError(f"{args.manifest}: {error.strerror}; check the name") from None
    for result in run_batch(lines, folder, config.reading, config.analysis, _tell):
        if "error" in result:
            status = TROUBLE
            _tell(f"{result['id'] or 'batch'}: {result['error']}")
        _write(dump(result))
    return status


def _documents(
    names: Sequence[str], config: Config
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents, with all that went wrong or needs saying told on standard error."""
    from tui.core.reading import read_documents

    if "-" in names:
        _tell_of_typing()
    documents, problems = read_documents(names, config.reading)
    for problem in problems:
        _tell(str(problem))
    for document in documents:
        for note in document.notes:
            _tell(f"{document.name}: {note}")
    return documents, problems


# -- the streams --------------------------------------------------------------------------------


def _write(data: bytes) -> None:
    """Data on standard output, at once.

    Raises `BrokenPipeError` where nobody reads it, `UsageError` where it cannot be written.
    """
    if sys.stdout is None:
        raise UsageError("standard output is closed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write the output: {error.strerror}") from None


def _tell_of_typing() -> None:
    """Who is waited for might not know it."""
    if sys.stdin is not None and sys.stdin.isatty():
        _tell("reading standard input; end it with Ctrl+D")


def _can_encode(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _tell(message: str) -> None:
    """A message on standard error; control characters in names are shown, not obeyed."""
    if sys.stderr is None:
        return
    for line in message.splitlines():
        shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)
        print("hexapla:", shown, file=sys.stderr)
