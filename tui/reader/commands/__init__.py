"""What each action of the key table does, a file for each group; methods are named after ids."""

from __future__ import annotations

from tui.reader.commands.arranging import Arranging
from tui.reader.commands.comparing import Comparing
from tui.reader.commands.copying import Copying
from tui.reader.commands.filtering import Filtering
from tui.reader.commands.finding import Finding
from tui.reader.commands.listing import Listing
from tui.reader.commands.moving import Moving
from tui.reader.commands.naming import Naming
from tui.reader.commands.program import Program
from tui.reader.commands.walking import Walking


class Commands(
    Moving,
    Comparing,
    Walking,
    Listing,
    Naming,
    Finding,
    Filtering,
    Arranging,
    Copying,
    Program,
):
    """Does actions on one screen."""

    def do(self, action: str, count: int) -> None:
        """Do an action `count` times."""
        getattr(self, "do_" + action.replace(".", "_"))(count)
