"""Splitting a document into sentences, headings and list items.

Rules over punctuation, case and layout: in our own trials a careful set of them split news,
datelines, initials and run-together copy ("the ICRC.The President") right more often than the
trained splitters that a package index offers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tui.core.columns import Sentences
from tui.core.document import Document, Sentence, SentenceKind, Span

_TITLES = frozenset(
    "mr mrs ms mx dr prof st ste lt gen col sgt cpl pvt maj capt cmdr adm brig rep sen gov pres rev"
    " hon fr sr sra mme mlle messrs supt insp det atty fig vol pp ch sec art para cf ca approx viz"
    " vs al op ed eds trans mt ft eg ie".split()
)
"""Abbreviations after which the sentence goes on."""

_OPEN = frozenset(
    "jr sr inc ltd co corp plc llc bros dept univ assn etc esq ph.d m.d b.a m.a u.s u.k u.n e.u"
    " u.s.a u.a.e d.c a.m p.m a.d b.c ave blvd rd".split()
)
"""Abbreviations that may end a sentence: the next word decides."""

_BEFORE_NUMBER = frozenset(
    "no nos jan feb mar apr jun jul aug sep sept oct nov dec p pp art sec".split()
)
"""Abbreviations after which a digit continues the sentence."""

_STARTERS = frozenset(
    "a an the this that these those he she it we they i you his her its our their my there here in"
    " on at by for from with as to of after before while when where if although though but and or"
    " yet so however meanwhile according during since until because what who why how no not some"
    " many most all both each every one two three another other others such under over about"
    " against among between into through despite instead also then now today later earlier"
    " moreover furthermore nevertheless still nobody nothing none"
    " everyone everything someone anyone".split()
)
"""Words that, with a capital after a doubtful full stop, begin a new sentence."""


_BREAKS = "\r\n\v\f\x85\u2028\u2029"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    stop = re.compile(
        r"""(?P<stop>[.!?…]+|[。！？])
            (?P<close>(?:['"’”»)\]]|\s(?:''|["'’”»])(?=\s|$))*)
            (?P<gap>\s*)(?=(?P<next>\S)|$)""",
        re.VERBOSE,
    )
    word = re.compile(r"[^\W_][\w.’'&-]*$")
    marker = re.compile(
        r"[ \t]*(?P<quote>(?:>[ \t]?)+)?[ \t]*"
        r"(?P<mark>\#{1,6}[ \t]+|[-*+•‣▪◦–—·][ \t]+"
        r"|(?:\(?\d{1,3}[.)]|\(?[a-z]\)|\([ivx]+\))[ \t]+)?"
    )
    return stop, word, marker


def split_sentences(document: Document) -> Sentences:
    """The sentences of a document, in order, none overlapping, its metadata left out."""
    return Sentences(_sentences(document))


def _sentences(document: Document) -> Iterator[Sentence]:
    text = document.text
    paragraph = 0
    for k, (block, kind, is_new) in enumerate(_blocks(document)):
        paragraph += bool(k and is_new)
        begin = block.start
        if heading := _run_in_heading().match(text, begin, block.end):
            yield Sentence(begin, heading.end(), paragraph, "heading")
            begin = heading.end()
        for start, end in _split(text, begin, block.end):
            yield Sentence(start, end, paragraph, kind)


def _blocks(document: Document) -> Iterator[tuple[Span, SentenceKind, bool]]:
    """Stretches no sentence crosses: a line, or the lines of a hard-wrapped paragraph.

    Yields the stretch, its kind, and whether it begins a paragraph.
    """
    text = document.text
    lines = list(_lines(text, document.metadata))
    wrapped = _is_hard_wrapped(text, lines)
    markdown = document.markup == "markdown"
    _, _, marker = _patterns()
    block: list[Span] = []
    kind: SentenceKind = "text"
    fresh = True
    for k, line in enumerate(lines):
        content = text[line.start : line.end]
        if not content.strip():
            if block:
                yield Span(block[0].start, block[-1].end), kind, fresh
                block = []
            fresh = True
            continue
        match = marker.match(content)
        assert match is not None
        mark = (match["mark"] or "").strip()
        here = _kind(text, lines, k, mark, bool(match["quote"]), markdown, wrapped)
        starts = bool(mark) or here == "heading" or not wrapped or here != kind
        if block and starts:
            yield Span(block[0].start, block[-1].end), kind, fresh
            block, fresh = [], True
        kind = here if not block else kind
        indent = match.end() if match.end() < len(content) else 0
        block.append(Span(line.start + indent, line.end))
    if block:
        yield Span(block[0].start, block[-1].end), kind, fresh


@cache
def _run_in_heading() -> re.Pattern[str]:
    """`**Duration.** The lease …`: emphasised words with a stop of their own, before a sentence."""
    return re.compile(
        r"(?P<mark>\*{1,3})(?=[^\s*])[^*\r\n]{1,80}?"
        r"(?:[.?!:](?P=mark)|(?<=[^\s.?!:])(?P=mark)[.:])(?=\s+[^\W_a-z])"
    )


def _lines(text: str, metadata: tuple[Span, ...]) -> Iterator[Span]:
    """Lines without their ends, cut short where metadata covers them."""
    skip = sorted(metadata)
    for match in re.finditer(rf"[^{_BREAKS}]*(?:\r\n|[{_BREAKS}]|$)", text):
        if match.start() == match.end():
            continue
        start = match.start()
        end = match.start() + len(match[0].rstrip(_BREAKS))
        for span in skip:
            if span.end <= start or span.start >= end:
                continue
            if span.start > start:
                yield Span(start, span.start)
            start = min(span.end, end)
        yield Span(start, end)


def _is_hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line ends are mere typesetting: most lines stop short of a sentence's end."""
    inner = [
        text[a.start : a.end].rstrip()
        for a, b in pairwise(lines)
        if text[a.start : a.end].strip() and text[b.start : b.end].strip()
    ]
    if len(inner) < 3:
        return False
    widest = max(map(len, inner))
    open_ended = sum(line[-1] not in ".!?:”\"»'’" for line in inner)
    return widest <= 120 and open_ended >= 0.6 * len(inner)


def _kind(
    text: str, lines: list[Span], k: int, mark: str, quoted: bool, markdown: bool, wrapped: bool
) -> SentenceKind:
    line = text[lines[k].start : lines[k].end].strip()
    if mark.startswith("#") and markdown:
        return "heading"
    if mark and not mark.startswith("#"):
        return "item"
    if quoted:
        return "quote"
    alone = (k == 0 or not text[lines[k - 1].start : lines[k - 1].end].strip()) and (
        k + 1 == len(lines) or not text[lines[k + 1].start : lines[k + 1].end].strip()
    )
    first = k < 4 and not wrapped and not any(text[a:b].strip() for a, b in lines[:k])
    if len(line) <= 120 and line[-1] not in '.!?:;,”"»…' and (alone or first):
        return "heading"
    return "text"


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    stop, _, _ = _patterns()
    begin = start
    for match in stop.finditer(text, start, end):
        if match["next"] is None or match.end() >= end:
            break
        if _ends(text, begin, match, end):
            span = _trim(text, begin, match.start("gap"))
            if span.start < span.end:
                yield span
            begin = match.end()
    span = _trim(text, begin, end)
    if span.start < span.end:
        yield span


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the sentence ends at this punctuation."""
    _, word_before, _ = _patterns()
    following = match["next"]
    at = match.end()
    closing = bool(match["close"])
    if not match["gap"]:
        return _runs_together(text, begin, match, end)
    opens = following in "\"“«‘'([`—–-•"
    lead = re.compile(r"[\"“«‘'(\[`—–\-•\s]*").match(text, at, end)
    assert lead is not None
    first = text[lead.end() : lead.end() + 1]
    after = re.compile(r"[^\W\d_]+").match(text, lead.end(), end)
    next_word = after[0] if after else ""
    if (first.islower() and match["stop"][0] not in "。！？") or following in ".,;:!?…":
        return False
    before = word_before.search(text, max(begin, match.start() - 24), match.start())
    word = before[0] if before else ""
    key = word.lower().rstrip(".")
    if match["stop"] == "." and not closing and word:
        if key in _TITLES:
            return False
        if first.isdigit() and key in _BEFORE_NUMBER:
            return False
        if len(word) == 1 and word.isalpha() and word.isupper() and word != "I":
            return next_word.lower() in _STARTERS and next_word != "A"
        if key in _OPEN or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
            return next_word.lower() in _STARTERS or (following in '"“«‘' and next_word.istitle())
        if word.isdigit() and len(word) <= 2 and begin + len(word) >= match.start() - 1:
            return False
    if closing and match["stop"] != "." and not opens and _speaker().match(text, at, end):
        return False
    return bool(first) and (first.isupper() or first.isdigit() or opens or not first.isalpha())


@cache
def _speaker() -> re.Pattern[str]:
    """`Mr. Holm asked.` after a quotation that ends with a mark of its own."""
    name = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col)\.\s)?[A-ZÀ-Þ][\w.’'-]*"
    verbs = (
        "said says asked asks added adds told tells tweeted tweets wrote writes replied replies "
        "responded responds shouted yelled exclaimed wondered wonders continued continues "
        "declared demanded cried joked quipped recalled explained remarked insisted concluded "
        "mused warned noted observed queried inquired retorted snapped urged went chanted called"
    )
    return re.compile(
        rf"{name}(?:\s[A-ZÀ-Þ][\w.’'-]*){{0,5}}(?:, [^.,;:?!]{{2,60}},)?"
        rf"\s(?:{'|'.join(verbs.split())})(?:\s[^\s.,;:?!]+){{0,7}}[.,;:]"
    )


def _runs_together(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """A sentence that begins right after the stop: "the ICRC.The President also noted"."""
    at = match.end()
    if match["stop"] in ("…", "...", "..") and not match["close"]:
        return False
    _, word_before, _ = _patterns()
    before = word_before.search(text, max(begin, match.start() - 24), match.start())
    word = before[0] if before else ""
    after = re.compile(r"[\"“«‘(]?([A-Z][a-z]+|[A-Z]{2,})(?=[\s,’'”\"»]|$)").match(text, at, end)
    if after is None:
        return False
    if match["close"]:
        return text[at].isupper()
    if "." in word or "@" in word or len(word) < 2:
        return False
    return after[1].lower() in _STARTERS or (word[-2:].islower() and after[1].istitle())


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
