"""The documents as they are listened to."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

from tui.core.comparison import Comparison
from tui.core.document import Document
from tui.reports.plain import to_plain

PLAIN = """\
2 documents.
Document A: council.txt, 5 March 2024, 3 claims.
Document B: paper.md, Flood, 4 claims, a note.
1 contradiction, 1 difference, 1 agreement, 1 claim made by one document only.

Document A: council.txt

A 1: The old bridge was closed on Monday.
Contradicted by B 1: was never closed. Perhaps said by Ada Ruiz.

Text: Mayor Ada Ruiz said that 40 houses were flooded.
A 2: 40 houses were flooded. Said by Ada Ruiz.
Differs from B 2: About 65 houses were flooded. Why: 40 and about 65 houses.

A 3: The school will open on Friday.
Perhaps agrees with B 4: The school opens on Friday.

Document B: paper.md

Text: The bridge, the mayor said, was never closed.
B 1: was never closed. Perhaps said by Ada Ruiz.
Contradicted by A 1: The old bridge was closed on Monday.

B 2: About 65 houses were flooded.
Differs from A 2: 40 houses were flooded. Said by Ada Ruiz. Why: 40 and about 65 houses.

B 3: Buses still run.
Only here: no counterpart in A.

B 4: The school opens on Friday.
Perhaps agrees with A 3: The school will open on Friday.

Names
Ada Ruiz, person: 1 in A, 1 in B. Also called perhaps the mayor.
"""


def test_every_claim_is_followed_by_what_answers_to_it(bridge: Comparison) -> None:
    assert to_plain(bridge) == PLAIN


def test_one_document_alone_is_only_read(bridge: Comparison) -> None:
    alone = replace(
        bridge,
        documents=bridge.documents[:1],
        sentences=bridge.sentences[:1],
        claims=tuple(c for c in bridge.claims if c.document == 0),
        links=(),
        correspondences=(),
    )
    told = to_plain(alone)
    assert told.startswith("Document A: council.txt, 5 March 2024, 3 claims.\n\nDocument A:")
    assert "A 3: The school will open on Friday.\n" in told
    assert "counterpart" not in told


def test_no_word_is_lost_and_nothing_is_drawn(bridge: Comparison) -> None:
    told = to_plain(bridge)
    for document in bridge.documents:
        for word in re.findall(r"\w+", document.text):
            assert re.search(rf"\b{word}\b", told), word
    assert told.isascii()
    assert set(re.findall(r"[^\w\s]", told)) <= set(".,:()'-")


def test_a_document_cannot_steer_the_terminal(bridge: Comparison) -> None:
    council, paper = bridge.documents
    bad = council.text.replace("old bridge", "old\x1bbridge")
    told = to_plain(replace(bridge, documents=(replace(council, text=bad), paper)))
    assert "\x1b" not in told
    assert "A 1: The old\ufffdbridge was closed on Monday.\n" in told


def test_many_documents_are_told_apart() -> None:
    documents = tuple(Document(f"{n}.txt", "") for n in range(30))
    told = to_plain(Comparison(documents, ((),) * 30, (), (), (), ()))
    assert "Document Z: 25.txt, 0 claims.\nDocument AA: 26.txt, 0 claims.\n" in told


def test_it_needs_no_screen() -> None:
    code = "import sys, tui.reports.plain; sys.exit(bool({'textual', 'rich'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
