"""What the command line can be asked, in words. Imports nothing, so that help comes at once."""

from __future__ import annotations


class UsageError(Exception):
    """A request that cannot be carried out; the message is one line, or several."""


_OPTIONS = """\
  --config FILE    settings to lay over all others
  --encoding NAME  how the documents are encoded (default: found out)
  --version        print the version
  -h, --help       print this"""

_READ = f"""\
usage: hexapla [options] [DOCUMENT...]

Lay documents about the same matter side by side and see where they say the
same, where they differ, and what only one says.

  hexapla [DOCUMENT...]       read (without a document: two samples)
  hexapla report DOCUMENT...  print the comparison
  hexapla batch [MANIFEST]    compare many sets of documents

A document is a text or Markdown file, a folder of them, or - for standard
input, which is read too where nothing is named and it is no terminal. One
called "report" or "batch" can be given as ./report.

options:
  --plain          print everything as unwrapped lines of words, for a screen
                   reader, a braille display or a pipe, and end
  --no-mouse       leave the mouse to the terminal
{_OPTIONS}

examples:
  hexapla
  hexapla ministry.txt wire.txt
  curl -s https://example.org/a.txt | hexapla - wire.txt
  hexapla --plain ministry.txt wire.txt | less
  hexapla report --help

exit status: 0 done, 2 trouble.
"""

_REPORT = f"""\
usage: hexapla report [options] DOCUMENT...

Print how documents compare: as text, or as JSON (format hexapla/1).

options:
  --format FORMAT  text (the default) or json
  --explain        say of each link in the text what speaks for and against it
  --exit-code      end with 1 where the documents disagree
{_OPTIONS}

examples:
  hexapla report ministry.txt wire.txt
  hexapla report --explain ministry.txt wire.txt
  hexapla report --format json ministry.txt wire.txt > comparison.json
  hexapla report --exit-code contract-1.md contract-2.md > /dev/null

exit status: 0 done, 1 with --exit-code where the documents differ or
contradict each other, 2 trouble.
"""

_BATCH = f"""\
usage: hexapla batch [options] [MANIFEST]

Compare many sets of documents. Each line of MANIFEST (or standard input) is one
set; each gives one line of JSON (format hexapla/1), in the same order:

  {{"id": "1", "documents": [{{"name": "a", "text": "..."}}, {{"path": "b.txt"}}]}}

A document may have a "date" ("2023-01-24"). A relative path starts at the
manifest's folder. A line that cannot be done gives {{"id": ..., "error": ...}}.

options:
{_OPTIONS}

examples:
  hexapla batch sets.jsonl > results.jsonl
  generate-sets | hexapla batch | jq -c '.correspondences[]'

exit status: 0 done, 2 trouble, also where any line could not be done.
"""

HELP = {"": _READ, "report": _REPORT, "batch": _BATCH}
"""By command; without one the reader opens."""
