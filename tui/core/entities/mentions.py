"""Names and titles in running text, found by their capitals and by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from tui.core.document import Document, Sentence, Span
from tui.core.entities import forms, lexicon, terms
from tui.core.entities.casing import Casing, gather, is_title_case
from tui.core.entities.lines import Line, Lines
from tui.core.entities.page import Name, Page, Role
from tui.core.entities.roles import read_role
from tui.core.entities.runs import Run, find_run
from tui.core.entities.starts import introduces_itself
from tui.core.entities.titles import find_title, is_honorific
from tui.core.entities.words import scan
from tui.core.language.tagged import TaggedText

_VERSE_LINES = 20
_BETWEEN = (",", "and", "the")
"""What may stand between an honorific and its name."""
_NO_SENTENCE = -1
"""The sentence of a line that is none: a byline, a dateline."""


def read_pages(
    documents: Sequence[Document],
    sentences: Sequence[Sequence[Sentence]],
    tagged: Sequence[TaggedText] | None = None,
) -> list[Page]:
    """Names and roles of each document; a word's usual case is learnt from all of them.

    Raises ValueError where documents and sentences are not equally many.
    """
    pages = [Page([], [], []) for _ in documents]
    casing = gather(_read(pages, documents, sentences, tagged))
    lines = [line for page in pages for line in page.lines]
    _mark_letterheads(lines)
    plain = terms.expanded(lines)
    for page in pages:
        for line in page.lines:
            _Reader(line, page, casing, plain).read()
    return pages


def _read(
    pages: Sequence[Page],
    documents: Sequence[Document],
    sentences: Sequence[Sequence[Sentence]],
    tagged: Sequence[TaggedText] | None,
) -> Iterator[Line]:
    """Each line of each document, while it is put on its page."""
    for d, (page, document, spans) in enumerate(zip(pages, documents, sentences, strict=True)):
        for line in _lines(document, spans, tagged[d] if tagged else None):
            page.lines.append(line)
            yield line
        page.lines.sort(key=attrgetter("start"))


def _lines(
    document: Document, spans: Sequence[Sentence], tagged: TaggedText | None
) -> Iterator[Line]:
    """The sentences and the head of a document."""
    kept = Lines(document.text, tagged)
    verse = _is_verse(document.text)
    for s, span in enumerate(spans):
        # the capital that opens a line of verse means as little as one that opens a sentence
        for start, end in _rows(document.text, span) if verse else ((span.start, span.end),):
            words = list(scan(document.text, start, end))
            if words:
                yield kept.line(s, words, headline=is_title_case(words))
    yield from _header_lines(document, kept)


def _header_lines(document: Document, kept: Lines) -> Iterator[Line]:
    """Bylines and datelines: who wrote it, where, and for whom; their capitals say little."""
    for span in document.metadata:
        for start, end in _rows(document.text, span):
            words = list(scan(document.text, start, end))
            if words:
                yield kept.line(_NO_SENTENCE, words, headline=True)


def _rows(text: str, span: Sentence | Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while (stop := text.find("\n", start, span.end)) >= 0:
        yield start, stop
        start = stop + 1
    yield start, span.end


def _is_verse(text: str) -> bool:
    """Nearly every line starts with a capital and is short."""
    lines = [stripped for line in text.splitlines() if (stripped := line.strip())]
    if len(lines) < _VERSE_LINES:
        return False
    capital = sum(line.lstrip("'\"“‘ ")[:1].isupper() for line in lines)
    short = sum(len(line) < 80 for line in lines)
    ended = sum(line[-1] in ".!?" for line in lines)
    return capital > 0.85 * len(lines) and short > 0.95 * len(lines) and ended < len(lines) / 2


def _mark_letterheads(lines: Sequence[Line]) -> None:
    """`HALDEN WATER AGENCY`, a line of its own whose initials the documents use."""
    used: set[str] = set()
    shouted = [(line, letters) for line in lines if (letters := _shouted_initials(line))]
    wanted = {a for _, letters in shouted for a in letters if forms.is_acronym(a)}
    texts = {line.text for line in lines} if wanted else ()
    wanted = {a for a in wanted if any(a in text for text in texts)}
    for line in lines if wanted else ():
        if not line.headline and any(map(line.may_hold, wanted)):
            used.update(w.text for w in line.words if w.text in wanted)
    for line, letters in shouted:
        line.letterhead = not used.isdisjoint(letters)


def _shouted_initials(line: Line) -> set[str]:
    """The acronyms that a short line of nothing but capitals may have."""
    words = [w.text for w in line.words if w.text[0].isalpha()] if line.headline else []
    if not 2 < len(words) < 9 or not all(w.isupper() for w in words):
        return set()
    return {a for a in forms.initials(" ".join(words)) if len(a) > 2}


class _Reader:
    """Reads a line from left to right, with what stands before the next word and may be its."""

    def __init__(self, line: Line, page: Page, casing: Casing, plain: frozenset[str]) -> None:
        self._line = line
        self._page = page
        self._casing = casing
        self._plain = plain
        self._honorifics: list[str] = []
        self._role: Role | None = None

    def read(self) -> None:
        """Add the names and roles of the line to its page."""
        words, low = self._line.words, self._line.low
        openers, particles = lexicon.titles().lengths, lexicon.words("lead_particle")
        i = 0
        while i < len(low):
            word = low[i]
            plain = words[i].text == word and word not in openers and word not in particles
            if plain and not terms.is_medicine(word):
                # nothing can start here: most words of a text take this way
                if word not in _BETWEEN:
                    self._honorifics = []
                self._role = None
                i += 1
            else:
                i = self._label(i) or self._title(i) or self._name(i) or self._skip(i + 1)

    def _skip(self, end: int) -> int:
        """Go on at `end`, past what is neither name nor title."""
        self._honorifics, self._role = [], None
        return end

    def _label(self, i: int) -> int:
        """Past a label or a plain acronym at word `i`; 0 where none is, as for the next two."""
        end = terms.after_label(self._line, i)
        if end > i:
            return self._skip(end)
        plain = terms.is_plain(self._line.words[i].text, self._plain)
        return self._skip(i + 1) if plain else 0

    def _title(self, i: int) -> int:
        title = find_title(self._line, i)
        if title is None:
            return 0
        if is_honorific(self._line, title):
            self._honorifics.append(title.phrase.rstrip("."))
            return title.last
        self._honorifics = []
        self._role, end = read_role(self._line, title, self._casing, self._page)
        return end

    def _name(self, i: int) -> int:
        line, role = self._line, self._role
        titled = role is not None and role.capital and role.last == i
        titled = titled and (not line.headline or self._casing.is_name(line.words[i].text))
        titled = titled or self._honorifics != [] or introduces_itself(line, i)
        run = find_run(line, i, self._casing, after_title=titled)
        if run is None:
            return 0
        name = Name(line, run.first, run.last)
        name.honorifics = tuple(self._honorifics)
        if role is not None and role.last == name.front and self._can_hold(run):
            role.bind(name, "title")
        self._page.names.append(name)
        return self._skip(run.last)

    def _can_hold(self, run: Run) -> bool:
        """Some word of the name is no common word: `Minister Visits` names nobody."""
        upper, lower = self._casing.upper, self._casing.lower
        people = (lexicon.given_names(), lexicon.surnames())
        return any(
            low not in lexicon.common_words()
            or any(low in known for known in people)
            or upper[low] > lower[low]
            for low in self._line.low[run.first : run.last]
        )
