"""The command line's arguments -> what they ask for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from tui.usage import UsageError


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}\ntry '{self.prog} --help'")


def parser(command: str) -> argparse.ArgumentParser:
    """The parser of `report`, `batch` or, for an empty command, the reader."""
    made = _Parser(prog=f"hexapla {command}".rstrip(), add_help=False, allow_abbrev=False)
    for option in ("--config", "--encoding"):
        made.add_argument(option)
    if not command:
        made.add_argument("--plain", action="store_true")
        made.add_argument("--no-mouse", action="store_true")
    if command == "report":
        made.add_argument("--format", choices=("text", "json"), default="text")
        made.add_argument("--explain", action="store_true")
        made.add_argument("--exit-code", action="store_true")
    if command == "batch":
        made.add_argument("manifest", nargs="?", default="-", metavar="MANIFEST")
    else:
        made.add_argument("documents", nargs="*", metavar="DOCUMENT")
    return made


def parse(command: str, arguments: Sequence[str]) -> argparse.Namespace:
    """What `arguments` ask of `command`; options may stand anywhere. Raises `UsageError`."""
    return parser(command).parse_intermixed_args(arguments)
