"""Names and titles in running text, found by their capitals and by what stands around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.core.document import Document, Sentence, Span
from tui.core.entities import forms, lexicon, terms
from tui.core.entities.casing import Casing, gather, is_title_case
from tui.core.entities.joins import before_person
from tui.core.entities.lines import Line, is_title, title_at
from tui.core.entities.runs import Run, find_run
from tui.core.entities.words import is_capital, scan
from tui.core.language.tagged import TaggedSentence

_VERSE_LINES = 20
_FORMER = frozenset("former ex late ex- then outgoing onetime one-time".split())
_PARTICLES = frozenset("van von de del della di da dos du der den ten ter bin al el".split())
NO_SENTENCE = -1
"""The sentence of a line that is none: a byline, a dateline."""


class Descriptor(NamedTuple):
    """A common noun phrase that a text binds to a name."""

    noun: str
    modifiers: frozenset[str]
    """The words before the noun, in lower case."""
    start: int
    end: int
    definite: bool
    words: tuple[str, ...]
    """All its words, in lower case."""
    how: str
    """In words: `beside the name`, `before the name`, `called so`, `said to be`."""


@dataclass(slots=True)
class Name:
    """A name as it stands in a text; `first` and `last` are its words' places in `line`."""

    line: Line
    first: int
    last: int
    start: int
    end: int
    text: str
    honorifics: list[str] = field(default_factory=list)
    descriptors: list[Descriptor] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)


@dataclass(slots=True)
class Role:
    """A title or role as it stands in a text, e.g. `Prime Minister of X`."""

    line: Line
    first: int
    last: int
    start: int
    end: int
    phrase: str
    """The title as listed, without its country or body."""
    office: str
    capital: bool
    owner: Name | None = None
    """The body or country that the role names, where it does."""
    former: bool = False
    """`former`, `late`, `outgoing` stands with it."""
    holder: Name | None = None
    """The name it stands before, or is set beside."""
    evidence: str = ""


@dataclass(slots=True)
class Page:
    """What was found in one document, in text order."""

    lines: list[Line]
    names: list[Name]
    roles: list[Role]


def read_pages(
    documents: Sequence[Document],
    sentences: Sequence[Sequence[Sentence]],
    tagged: Sequence[Sequence[TaggedSentence]] | None = None,
) -> tuple[list[Page], Casing]:
    """Names and roles of each document; a word's usual case is learnt from all of them."""
    pages = []
    for d, (document, spans) in enumerate(zip(documents, sentences, strict=True)):
        lines = []
        tags = tagged[d] if tagged else None
        verse = _is_verse(document.text)
        for s, span in enumerate(spans):
            # the capital that opens a line of verse means as little as one that opens a sentence
            for start, end in _rows(document.text, span) if verse else ((span.start, span.end),):
                words = list(scan(document.text, start, end))
                if words:
                    headline = is_title_case(words)
                    low = [w.text.lower() for w in words]
                    lines.append(Line(d, s, words, low, headline, tags[s] if tags else None))
        lines += _header_lines(d, document)
        lines.sort(key=lambda line: line.words[0].start)
        pages.append(Page(lines, [], []))
    shouted = {
        w.text
        for page in pages
        for line in page.lines
        if not line.headline
        for w in line.words
        if forms.is_acronym(w.text)
    }
    for page in pages:
        for line in page.lines:
            line.letterhead = line.headline and _is_letterhead(line, shouted)
    casing = gather([(line.words, line.headline) for page in pages for line in page.lines])
    plain = terms.expanded([line for page in pages for line in page.lines])
    for page, document in zip(pages, documents, strict=True):
        for line in page.lines:
            _read_line(document.text, line, casing, page, plain)
    return pages, casing


def _header_lines(d: int, document: Document) -> Iterator[Line]:
    """Bylines and datelines: who wrote it, where, and for whom; their capitals say little."""
    for span in document.metadata:
        for start, end in _rows(document.text, span):
            words = list(scan(document.text, start, end))
            if words:
                low = [w.text.lower() for w in words]
                yield Line(d, NO_SENTENCE, words, low, True, None)


def _is_letterhead(line: Line, acronyms: Collection[str]) -> bool:
    """`HALDEN WATER AGENCY`, a line of its own whose initials the documents use."""
    words = [w.text for w in line.words if w.text[0].isalpha()]
    if not 2 < len(words) < 9 or not all(w.isupper() for w in words):
        return False
    return any(a in acronyms for a in forms.initials(" ".join(words)) if len(a) > 2)


def _is_verse(text: str) -> bool:
    """Nearly every line starts with a capital and is short."""
    lines = [stripped for line in text.splitlines() if (stripped := line.strip())]
    if len(lines) < _VERSE_LINES:
        return False
    capital = sum(line.lstrip("'\"“‘ ")[:1].isupper() for line in lines)
    short = sum(len(line) < 80 for line in lines)
    ended = sum(line[-1] in ".!?" for line in lines)
    return capital > 0.85 * len(lines) and short > 0.95 * len(lines) and ended < len(lines) / 2


def _rows(text: str, span: Sentence | Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while (stop := text.find("\n", start, span.end)) >= 0:
        yield start, stop
        start = stop + 1
    yield start, span.end


def _read_line(text: str, line: Line, casing: Casing, page: Page, plain: frozenset[str]) -> None:
    words = line.words
    i = 0
    honorifics: list[str] = []
    pending: Role | None = None
    openers = lexicon.titles().lengths
    particles = lexicon.words("lead_particle")
    while i < len(words):
        low = line.low[i]
        if words[i].text == low and low not in openers and low not in particles:
            # nothing can start here: most words of a text take this way
            if low not in (",", "and", "the"):
                honorifics = []
            pending = None
            i += 1
            continue
        beyond = terms.after_label(line, i)
        if beyond > i or terms.is_plain(words[i].text, plain):
            i = max(beyond, i + 1)
            honorifics, pending = [], None
            continue
        found = title_at(line, i)
        if found and is_title(line, i, *found):
            phrase, n = found
            if _is_honorific(line, i, phrase, n):
                honorifics.append(phrase.rstrip("."))
                i += n
                continue
            pending, i = _read_role(text, line, i, phrase, n, casing, page)
            honorifics = []
            continue
        titled = pending is not None and pending.capital and pending.last == i
        titled = titled and (not line.headline or casing.is_name(words[i].text))
        run = find_run(text, line, i, casing, honorifics != [] or titled)
        if run is None:
            honorifics = []
            pending = None
            i += 1
            continue
        name = _name(text, line, run)
        name.honorifics = honorifics
        adjacent = pending is not None and pending.last == run.first - len(honorifics)
        if pending is not None and adjacent and _can_hold(line, run, casing):
            _bind(pending, name, "title")
        page.names.append(name)
        honorifics = []
        pending = None
        i = run.last


def _name(text: str, line: Line, run: Run) -> Name:
    start, end = line.words[run.first].start, line.words[run.last - 1].end
    return Name(line, run.first, run.last, start, end, text[start:end])


def _can_hold(line: Line, run: Run, casing: Casing) -> bool:
    """Some word of the name is no common word: `Minister Visits` names nobody."""
    common = lexicon.common_words()
    given, last = lexicon.given_names(), lexicon.surnames()
    return any(
        low not in common or low in given or low in last or casing.upper[low] > casing.lower[low]
        for low in line.low[run.first : run.last]
    )


def _bind(role: Role, name: Name, evidence: str) -> None:
    role.holder = name
    role.evidence = evidence
    name.roles.append(role)


def _is_honorific(line: Line, i: int, phrase: str, n: int) -> bool:
    known = lexicon.titles()
    if phrase not in known.honorifics or not line.words[i].text[0].isupper():
        return False
    if i + n >= len(line.words):
        return False
    if not is_capital(line.words[i + n].text) and line.low[i + n] not in _PARTICLES:
        return False
    return phrase not in known.office


def _field_end(line: Line, k: int, capital: bool) -> int | None:
    """Past the field of a role: `of Inspection`, `of trade and industry`."""
    end = k
    while end < len(line.words) and end < k + 4:
        word = line.words[end].text
        fits = is_capital(word) if capital else line.tag(end) in ("NN", "NNS") and word.islower()
        joined = line.low[end] == "and" and end > k and end + 1 < len(line.words)
        if not (fits or (joined and line.tag(end + 1) in ("NN", "NNS", "NNP"))):
            break
        end += 1
    return end if end > k else None


def _read_role(
    text: str, line: Line, i: int, phrase: str, n: int, casing: Casing, page: Page
) -> tuple[Role, int]:
    """The role at word `i`, with the country or body before it or after `of`."""
    words = line.words
    first, last = i, i + n
    capital = words[i].text[0].isupper()
    owner: Name | None = None
    before = i
    qualifiers = lexicon.titles().qualifiers
    while before and line.low[before - 1] in qualifiers and line.low[before - 1] != "the":
        before -= 1
    gap = before
    if gap and words[gap - 1].text in ("'s", "’s", "'", "’"):
        gap -= 1
    if page.names and page.names[-1].line is line and page.names[-1].last == gap and gap:
        owner = page.names[-1]
        first = owner.first
    after = last
    if after + 1 < len(words) and line.low[after] in ("of", "for", "to", "at"):
        k = after + 2 if line.low[after + 1] == "the" else after + 1
        run = None
        if k < len(words) and title_at(line, k) is None:
            run = find_run(text, line, k, casing, False)
        if run is not None:
            run = Run(run.first, before_person(line, *run))
            name = _name(text, line, run)
            page.names.append(name)
            if line.low[after] != "to":
                owner, last = name, run.last
            after = run.last
        elif line.low[after] == "of":
            last = after = _field_end(line, k, capital) or last
    office = lexicon.titles().office.get(phrase, phrase)
    role = Role(
        line, first, last, words[first].start, words[last - 1].end, phrase, office, capital, owner
    )
    around = line.low[max(0, first - 3) : first] + line.low[before:i]
    role.former = bool(_FORMER.intersection(around))
    page.roles.append(role)
    return role, max(last, after)
