"""The command line: what is asked for, what it answers on which stream, and the exit status.

Nothing heavy is imported before it is needed: `--help` costs little more than Python itself.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence

TYPE_CHECKING = False
"""Known to type checkers; importing `typing` for it would slow `--help` by a tenth."""
if TYPE_CHECKING:
    from typing import NoReturn

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

_READ = """\
Lay documents about the same matter side by side and see where they say the
same, where they differ, and what only one says.

  hexapla [DOCUMENT...]           read (without a document: two samples)
  hexapla report DOCUMENT...      print the comparison
  hexapla batch [MANIFEST]        compare many sets of documents"""

_READ_MORE = """\
A document is a text or Markdown file, a folder of them, or - for standard
input. A document called "report" or "batch" can be given as ./report.

examples:
  hexapla
  hexapla ministry.txt wire.txt
  curl -s https://example.org/a.txt | hexapla - wire.txt
  hexapla report --help

exit status: 0 done, 2 trouble."""

_REPORT = "Print how documents compare: as text, or as JSON (format hexapla/1)."

_REPORT_MORE = """\
examples:
  hexapla report ministry.txt wire.txt
  hexapla report --format json ministry.txt wire.txt > comparison.json
  hexapla report --exit-code contract-1.md contract-2.md > /dev/null

exit status: 0 done, 1 with --exit-code where the documents differ or
contradict each other, 2 trouble."""

_BATCH = """\
Compare many sets of documents. Each line of MANIFEST (or standard input) is one
set; each gives one line of JSON (format hexapla/1), in the same order:

  {"id": "1", "documents": [{"name": "a", "text": "..."}, {"path": "b.txt"}]}

A document may have a "date" ("2023-01-24"). A relative path starts at the
manifest's folder. A line that cannot be done gives {"id": ..., "error": ...}."""

_BATCH_MORE = """\
examples:
  hexapla batch sets.jsonl > results.jsonl
  generate-sets | hexapla batch | jq -c '.correspondences[]'

exit status: 0 done, 2 trouble, also where any line could not be done."""


class UsageError(Exception):
    """A request that cannot be carried out; the message is one line, or several."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
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
    parser = {"report": _report_parser, "batch": _batch_parser}.get(command, _reader_parser)()
    args = parser.parse_intermixed_args(arguments)
    if args.help:
        _write(parser.format_help().encode())
        return DONE
    if args.version:
        from tui import __version__

        _write(f"hexapla {__version__}\n".encode())
        return DONE
    from tui.config import ConfigError, load

    try:
        config = load(args.config, {"reading": {"encoding": args.encoding}})
    except ConfigError as error:
        raise UsageError(str(error)) from None
    return {"report": _report, "batch": _batch}.get(command, _read)(args, config)


# -- what is asked for --------------------------------------------------------------------------

_VALUED = ("--config", "--encoding")
"""The options before a command that take the next argument."""


def _take_command(arguments: list[str]) -> str:
    """Remove the command from `arguments`: the first that is no option, if it names one."""
    skip = False
    for i, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument == "--":
            break
        elif argument in _VALUED:
            skip = True
        elif argument == "-" or not argument.startswith("-"):
            if argument in ("report", "batch"):
                return arguments.pop(i)
            break
    return ""


class _Parser(argparse.ArgumentParser):
    def __init__(self, prog: str, usage: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("--config", metavar="FILE", help="settings to lay over all others")
        self.add_argument(
            "--encoding", metavar="NAME", help="how documents are encoded (default: found out)"
        )
        self.add_argument("--version", action="store_true", help="print the version and end")
        self.add_argument("-h", "--help", action="store_true", help="print this and end")

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}\ntry '{self.prog} --help'")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        # A width given spares the import of shutil.
        super().__init__(prog, max_help_position=26, width=80)


def _reader_parser() -> argparse.ArgumentParser:
    parser = _Parser("hexapla", "hexapla [options] [DOCUMENT...]", _READ, _READ_MORE)
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help=argparse.SUPPRESS)
    return parser


def _report_parser() -> argparse.ArgumentParser:
    usage = "hexapla report [options] DOCUMENT..."
    parser = _Parser("hexapla report", usage, _REPORT, _REPORT_MORE)
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help=argparse.SUPPRESS)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="text (the default) or json"
    )
    parser.add_argument(
        "--exit-code", action="store_true", help="end with 1 where the documents disagree"
    )
    return parser


def _batch_parser() -> argparse.ArgumentParser:
    parser = _Parser("hexapla batch", "hexapla batch [options] [MANIFEST]", _BATCH, _BATCH_MORE)
    parser.add_argument("manifest", nargs="?", default="-", help=argparse.SUPPRESS)
    return parser


# -- what is done -------------------------------------------------------------------------------


def _read(args: argparse.Namespace, config: Config) -> int:
    terminal = _terminal()
    if args.documents:
        names = args.documents
    else:
        from tui.resources import resource

        names = [resource("seeds")]
    documents, problems = _documents(names, config)
    if not documents:
        return TROUBLE
    if terminal is not None:
        os.dup2(terminal, 0)
        os.close(terminal)
    from tui.core.language.header import with_headers
    from tui.reader.app import run

    warnings = [str(p) for p in problems]
    return run(with_headers(documents), config.analysis, config.reader, warnings)


def _terminal() -> int | None:
    """A terminal to read keys from, opened where standard input is none."""
    advice = "to print the comparison instead, use 'hexapla report'"
    if sys.stderr is None or not sys.stderr.isatty():
        raise UsageError(f"the reader draws on standard error, which is no terminal; {advice}")
    if sys.stdin is not None and sys.stdin.isatty():
        return None
    try:
        return os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        raise UsageError(f"there is no terminal to read keys from; {advice}") from None


def _report(args: argparse.Namespace, config: Config) -> int:
    if not args.documents:
        raise UsageError("which documents?\ntry 'hexapla report --help'")
    documents, problems = _documents(args.documents, config)
    if not documents:
        return TROUBLE
    from tui.core.comparison import compare

    comparison = compare(documents, config.analysis)
    if args.format == "json":
        from tui.reports.json import dump, to_json

        _write(dump(to_json(comparison)))
    else:
        from tui.reports.text import terminal_width, to_text

        encoding = sys.stdout.encoding if sys.stdout is not None else "utf-8"
        text = to_text(comparison, terminal_width(), not _can_encode("≠≈—", encoding))
        _write(text.encode(encoding, "replace"))
    if any(p.lost for p in problems):
        return TROUBLE
    disagree = any(link.relation != "agrees" for link in comparison.links)
    return DIFFERENT if args.exit_code and disagree else DONE


def _batch(args: argparse.Namespace, config: Config) -> int:
    from tui.reports.batch import run_batch
    from tui.reports.json import dump

    status = DONE
    try:
        if args.manifest == "-":
            if sys.stdin is None:
                raise UsageError("standard input is closed; name a manifest")
            lines: Iterable[bytes] = sys.stdin.buffer
            folder = ""
        else:
            lines = open(args.manifest, "rb")  # noqa: SIM115
            folder = os.path.dirname(args.manifest)
    except OSError as error:
        raise UsageError(f"{args.manifest}: {error.strerror}; check the name") from None
    for result in run_batch(lines, folder, config.reading, config.analysis):
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

    if "-" in names and sys.stdin is not None and sys.stdin.isatty():
        _tell("reading standard input; end it with Ctrl+D")
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
