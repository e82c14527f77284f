"""The analysis as a process of its own: `python -m tui.worker`, started by the reader.

Standard input holds one pickle, `(documents, settings)`. Standard output gets lines of text:

    progress SHARE STEP     as the work goes on; SHARE is in 0..1
    result LENGTH           then LENGTH bytes, the pickled Comparison, its documents without text
    refined LENGTH          maybe after it: LENGTH bytes, its links and correspondences once more,
                            pickled, as the sentence encoder sees them
    failed WORDS            what went wrong, instead of either
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from dataclasses import replace
from typing import BinaryIO


def work(given: bytes, out: BinaryIO) -> int:
    """Do one analysis; returns the exit status."""

    def say(line: str, data: bytes = b"") -> None:
        out.write(f"{' '.join(line.split())}\n".encode() + data)
        out.flush()

    try:
        from tui.core.comparison import compare_twice

        documents, settings = pickle.loads(given)
        found = compare_twice(
            documents, settings, lambda step, share: say(f"progress {share:.3f} {step}")
        )
        first = next(found)
        heads = tuple(replace(d, text="") for d in first.documents)
        data = pickle.dumps(replace(first, documents=heads))
        say(f"result {len(data)}", data)
        for refined in found:
            data = pickle.dumps((refined.links, refined.correspondences))
            say(f"refined {len(data)}", data)
    except MemoryError:
        say("failed there is not enough memory for these documents")
        return 1
    except Exception as error:
        say(f"failed {type(error).__name__}: {error}")
        return 1
    return 0


def main() -> int:
    """Read the task from standard input and leave standard output to the answer alone."""
    with contextlib.suppress(OSError):
        os.nice(5)
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        try:
            return work(sys.stdin.buffer.read(), out)
        except BrokenPipeError:
            return 1


if __name__ == "__main__":
    sys.exit(main())
