"""Where the reader is: the current document, the claim cursor of each, the walk, the way back.

Everything here is decided without a screen. The methods that can find nothing to go to return what
to tell the user; scrolling and drawing are the screen's work.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.core.document import Document
from tui.reader.filters import Filter
from tui.reader.history import History, Place
from tui.reader.tracks import GOALS, Tracks, nth
from tui.reader.walks import Stop, Walk
from tui.reader.words import letter, silence_words

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Counterpart, Index


class Outcome(NamedTuple):
    """What came of a walk, in words."""

    words: str
    document: int | None = None
    """Another document that has what this one lacks."""


class Session:
    """The state of one reading."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self.index: Index | None = None
        self.active = 0
        self.places: list[int | None] = [None] * len(documents)
        """The number of the current claim in each document; None before there are claims."""
        self.filter = Filter()
        """Which claims are wanted; the others are passed over."""
        self.tracks: Tracks | None = None
        """Where the walks lead; None before there are claims."""
        self.walk: Walk | None = None
        """The hits or mentions one goes through, as far as they pass the filter."""
        self._whole: Walk | None = None
        self.stop: int | None = None
        """The number of the walk's stop one is at."""
        self._answers: tuple[Index | None, Claim | None, Sequence[Counterpart]] = (None, None, ())
        self._aligned: str | None = None
        self._turn = 0
        self.history = History()

    # The cursor

    @property
    def claim(self) -> Claim | None:
        """The current claim."""
        return self.claim_of(self.active)

    def claim_of(self, document: int) -> Claim | None:
        """The claim the cursor of a document is at."""
        place = self.places[document]
        return None if self.index is None or place is None else self.index.claims[document][place]

    def receive(self, index: Index, offsets: Sequence[int]) -> None:
        """Take an analysis; each cursor starts at the claim nearest its document's offset.

        The analysis has also read what the documents say of themselves: title, date, metadata.
        """
        self.refine(index)
        self.documents = index.comparison.documents
        for document, offset in enumerate(offsets):
            self.go_near(document, offset)

    def refine(self, index: Index) -> None:
        """Take the same analysis with other links; everything stays where it is."""
        self.index = index
        self.set_filter(self.filter)

    def set_filter(self, wanted: Filter) -> None:
        """Want other claims from now on; the cursor stays."""
        self.filter = wanted
        if self.index is None:
            return
        self.tracks = Tracks(self.index, wanted)
        stop = self.current_stop
        self.walk = self._sifted(self._whole)
        stops = self.walk.stops if self.walk else ()
        self.stop = stops.index(stop) if stop in stops else None

    def go(self, claim: Claim) -> None:
        """Put the cursor on a claim, in its document."""
        assert self.index is not None
        self.active = claim.document
        self.places[claim.document] = self.index.place(claim)

    def go_near(self, document: int, offset: int) -> None:
        """Put a document's cursor on the claim nearest after `offset`."""
        claim = self.index.claim_near(document, offset) if self.index else None
        if claim and self.index:
            self.places[document] = self.index.place(claim)

    def go_in_view(self, offset: int, first: int, last: int) -> None:
        """Put the cursor on the claim nearest after `offset`, or on one of `first` to `last` that
        passes the filter, the nearest of them."""
        self.go_near(self.active, offset)
        passing = self.tracks.passing(self.active) if self.tracks else None
        if self.index is not None and passing:
            starts = self.index.starts[self.active]
            a, b = (bisect_left(passing, bisect_left(starts, end)) for end in (first, last))
            if seen := passing[a:b]:
                self.places[self.active] = min(seen, key=lambda k: abs(starts[k] - offset))

    def move(self, count: int) -> str:
        """Go `count` claims on (negative: back), as far as there are any that pass the filter."""
        place = self.places[self.active]
        if self.index is None or self.tracks is None or place is None:
            return ""
        where = letter(self.active)
        passing = self.tracks.passing(self.active)
        if passing:
            k = nth(passing, place, count)
            if k is not None:
                self.places[self.active] = passing[k]
                return ""
            return f"no more claims that pass {_side(count)} in {where}"
        last = len(self.index.claims[self.active]) - 1
        self.places[self.active] = max(0, min(place + count, last))
        if place + count > last == place:
            return f"no more claims in {where}"
        if place + count < 0 == place:
            return f"the first claim in {where}"
        return "" if passing is None else f"no claim passes the filter in {where}"

    def walk_to(self, goal: str, count: int) -> Outcome:
        """Go `count` claims of one of the `GOALS` on (negative: back) in this document."""
        kind = GOALS[goal]
        if self.index is None or self.tracks is None:
            return Outcome(f"{kind.plural} are known once the documents are compared")
        where = letter(self.active)
        found = self.tracks.of(goal, self.active)
        place = self.places[self.active]
        k = None if place is None else nth(found, place, count)
        if k is not None:
            self.places[self.active] = found[k]
            return Outcome(f"{kind.noun} {k + 1} of {len(found)} in {where}")
        words = f"no more {kind.plural} {_side(count)} in" if found else kind.none
        filtered = " (filtered)" if self.filter else ""
        other = self.tracks.elsewhere(goal, self.active, 1 if count > 0 else -1)
        if other is None:
            return Outcome(f"{words} {where}{filtered}")
        return Outcome(f"{words} {where}{filtered}; {letter(other[0])} has {other[1]}", other[0])

    def walk_speaker(self, count: int) -> str:
        """Go `count` claims of the current claim's speaker on (negative: back), in any document."""
        claim = self.claim
        if self.index is None or self.tracks is None or claim is None:
            return "who says what is known once the documents are compared"
        speaker = self.index.speaker(claim)
        if speaker is None:
            return "nobody is named who says this"
        name = self.index.speaker_name(speaker)
        found = self.tracks.said_by(speaker)
        k = nth(found, (claim.document, self.index.place(claim)), count)
        if k is None:
            total = f"{len(found)} claims" if len(found) != 1 else "one claim"
            words = f"no more claims said by {name} {_side(count)}; {total} in all"
            return words + " (filtered)" * bool(self.filter)
        self.active, number = found[k]
        self.places[self.active] = number
        return f"claim {k + 1} of {len(found)} said by {name}, in {letter(self.active)}"

    # Counterparts

    def counterparts(self) -> Sequence[Counterpart]:
        """What answers to the current claim in all documents."""
        index, claim = self.index, self.claim
        if index is None or claim is None:
            return []
        if self._answers[0] is not index or self._answers[1] is not claim:
            self._answers = index, claim, index.counterparts(claim)
        return self._answers[2]

    def align(self) -> tuple[dict[int, Counterpart], str]:
        """Choose a counterpart in each other document; called again, the next of several.

        Returns the choice, and in words what was found and what was not.
        """
        claim = self.claim
        if self.index is None or claim is None:
            return {}, "counterparts are known once the documents are compared"
        if len(self.documents) == 1:
            return {}, "there is only one document"
        self._turn = self._turn + 1 if self._aligned == claim.id else 0
        self._aligned = claim.id
        chosen = self.chosen()
        several = []
        for document in chosen:
            total = len(self.index.counterparts(claim, document))
            if total > 1:
                several.append(f"{letter(document)}: {self._turn % total + 1} of {total}")
        silent = [d for d in range(len(self.documents)) if d not in chosen and d != claim.document]
        return chosen, "; ".join(filter(None, [", ".join(several), silence_words(silent)]))

    def face(self) -> dict[int, Counterpart]:
        """Choose the first counterpart in each other document, however often it is called."""
        self._turn = 0
        self._aligned = self.claim.id if self.claim else None
        return self.chosen()

    def chosen(self) -> dict[int, Counterpart]:
        """The counterparts in other documents that stand beside the current claim, once aligned."""
        claim = self.claim
        if self.index is None or claim is None or self._aligned != claim.id:
            return {}
        chosen = {}
        for document in range(len(self.documents)):
            found = self.index.counterparts(claim, document)
            if found and document != claim.document:
                chosen[document] = found[self._turn % len(found)]
        return chosen

    # Walks over words

    def start_walk(self, walk: Walk | None, at: tuple[int, int]) -> Stop | None:
        """Begin a walk at its first stop from a place on; returns that stop."""
        self._whole = walk
        self.walk = self._sifted(walk)
        return self.stop_from(at)

    def stop_from(self, at: tuple[int, int]) -> Stop | None:
        """Be at the walk's first stop from a place on; returns that stop."""
        walk = self.walk
        self.stop = walk.first_from(at) if walk and walk.stops else None
        return self.current_stop

    def _sifted(self, walk: Walk | None) -> Walk | None:
        """A walk without the stops that do not pass the filter."""
        tracks = self.tracks
        if walk is None or tracks is None or not self.filter:
            return walk
        return walk.sifted(lambda stop: tracks.touches(*stop))

    @property
    def current_stop(self) -> Stop | None:
        """The stop one is at."""
        return None if self.walk is None or self.stop is None else self.walk.stops[self.stop]

    def step(self, count: int, at: tuple[int, int], around: bool = True) -> tuple[Stop | None, str]:
        """Go `count` stops on from a place; returns the stop and what to say of it.

        After the last stop comes the first again, unless `around` is False.
        """
        walk = self.walk
        if walk is None:
            return None, "nothing is searched for or marked"
        if not walk.stops:
            return None, self.walk_words()
        if around:
            self.stop, wrapped = walk.step(at, count)
            again = " (from the start again)" if count > 0 else " (from the end again)"
            return self.current_stop, self.walk_words() + (again if wrapped else "")
        # A stop that starts at the place itself is left behind.
        k = nth(walk.stops, (*at, 1 << 62) if count > 0 else at, count)
        if k is None:
            total = len(walk.stops)
            all_of = f"{total} in all" if total != 1 else "this is the only one"
            return None, f"no more {walk.noun}s of {walk.name} {_side(count)}; {all_of}"
        self.stop = k
        return self.current_stop, self.walk_words()

    def walk_words(self) -> str:
        """Where the walk is: `hit 2 of 3 for "road", in B`."""
        return self.walk.words(self.stop) if self.walk else ""

    # The way back

    def place(self, tops: Sequence[int]) -> Place:
        """Where one is now, with the offsets at which the columns' first rows start."""
        return Place(self.active, tuple(self.places), tuple(tops), self._aligned, self._turn)

    def back(self, here: Place) -> Place | None:
        """Go back to the place last left; None where there is none."""
        return self.restore(self.history.back(here))

    def forward(self, here: Place) -> Place | None:
        """Go to the place last gone back from; None where there is none."""
        return self.restore(self.history.forward(here))

    def restore(self, place: Place | None) -> Place | None:
        """Be where one was; the columns are the screen's to move."""
        if place is None:
            return None
        self.active, self._aligned, self._turn = place.active, place.aligned, place.turn
        for document, number in enumerate(place.places):
            if number is not None:
                self.places[document] = number
        return place


def _side(count: int) -> str:
    return "below" if count > 0 else "above"
