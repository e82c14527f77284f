"""The content of a verb: before it, after it, or on both sides of it."""

from __future__ import annotations

from collections.abc import Callable

from tui.core.claims import cues
from tui.core.claims.bounds import (
    COMPLEMENTIZERS,
    CONDITIONS,
    SUBORDINATORS,
    begins_statement,
    has_finite_after_comma,
    lacks_subject,
    within_quotation,
)
from tui.core.claims.frames import Force, Frame, Range, last_token
from tui.core.claims.objects import object_end
from tui.core.claims.phrases import (
    ADVERB,
    BE,
    DO,
    FINITE,
    HAVE,
    NOMINAL,
    TIME_WORDS,
    clause_is_indicative,
    clause_verb,
    has_finite,
    hidden_verb,
    is_close_quote,
    is_open_quote,
    phrase_after,
    phrase_before,
    verb_lemma,
)
from tui.core.language.tagged import TaggedSentence

TALK = cues.SAY | cues.THINK | cues.SHOW
CIRCUMSTANCE_REACH = 16
"""Tokens between a verb of saying and the `that` of its content."""
QUESTIONS = frozenset("whether if how why what".split())
OBJECT_OPENERS = frozenset("DT PRP$ JJ NN NNS CD".split())
PRONOUN_QUESTIONS = frozenset("where who which".split())
"""Words that begin a question right after the verb, and something else further on."""


def inverted_subject(s: TaggedSentence, i: int) -> Range | None:
    """ "…," said the minister."""
    start = i + 1
    if s.tags[start : start + 2] in (("VB", "NNP"), ("VBP", "NNP")):
        # a noun that looks like a verb: "said co-author Lena Orth"
        start += 1
    end = phrase_after(s, start, len(s))
    if end is None or (end < len(s) and s.tags[end] in FINITE):
        return None
    return i + 1, end


def ends_content(s: TaggedSentence, i: int) -> bool:
    """Whether a quotation or a clause ends just before token `i`."""
    return i > 1 and (s.words[i - 1] in (",", "?", "!", "…", "—") or is_close_quote(s, i - 1))


def follows_quotation(s: TaggedSentence, i: int, source: Range) -> bool:
    """ "…," he told "Morning News": the quotation ended before, whatever comes after."""
    start = source[0]
    if start < 3 or not is_close_quote(s, start - 1) or s.lower[i + 1 : i + 2] == ("that",):
        return False
    opened = start - 2
    while opened > 0 and not is_open_quote(s, opened):
        opened -= 1
    # a comma within the quotation leads to whoever speaks, whatever it is that is quoted
    return s.words[start - 2] == "," or has_finite(s, opened, start)


def follows_speech(s: TaggedSentence, i: int) -> bool:
    """Any verb can speak between a quotation and a stop: "…," he grinned."""
    if s.tags[i] not in ("VBD", "VBZ", "VBP") or s.lower[i] in BE | HAVE | DO:
        return False
    start = phrase_before(s, i)
    if start is None or start < 2 or not is_close_quote(s, start - 1):
        return False
    after = s.words[i + 1] if i + 1 < len(s) else "."
    return after in ".,;:" or s.lower[i + 1] in TIME_WORDS


def skip_adverbials(s: TaggedSentence, i: int, tells: bool) -> int:
    """Past what may stand between a verb of saying and its content."""
    n = len(s)
    if tells and i < n and s.lower[i] != "that":
        end = phrase_after(s, i, n)
        if end is not None and not (end < n and s.tags[end] in FINITE):
            i = end
    while i < n:
        if s.tags[i] in ADVERB or s.tags[i] == "RP" or s.lower[i] in TIME_WORDS:
            i += 1
        elif s.tags[i] in ("IN", "TO") and s.lower[i] not in COMPLEMENTIZERS:
            end = phrase_after(s, i + 1, n)
            if end is None or (end < n and s.tags[end] in FINITE):
                return i
            i = end
        elif s.lower[i] in ("last", "this", "next") and i + 1 < n and s.lower[i + 1] in TIME_WORDS:
            i += 2
        else:
            return i
    return i


def before_content(s: TaggedSentence, i: int, lemma: str, denied: bool) -> Frame | None:
    """A verb whose content follows; source and outside are filled in by the caller."""
    n = len(s)
    last = last_token(s)

    def frame(
        start: int, cue_end: int, force: Force = "asserted", until: int = last
    ) -> Frame | None:
        end = within_quotation(s, start, until)
        if start >= end:
            return None
        return Frame(None, (i, cue_end), ((start, end),), (), force, denied)

    direct = i + 1
    if lemma in cues.WITH_PARTICLE and direct < n and s.lower[direct] in cues.WITH_PARTICLE[lemma]:
        direct += 1
    elif lemma in cues.WITH_PARTICLE and lemma not in TALK | cues.DEMAND:
        return None
    past = skip_adverbials(s, direct, lemma in cues.TELLS)
    starts = (direct, past) if past != direct else (direct,)
    if lemma in cues.TELLS:
        starts = starts[::-1]
    if lemma in cues.DEMAND:
        asked = _asked(s, i, last)
        if asked is not None:
            return frame(asked, asked, "demanded", object_end(s, asked))
    if lemma in cues.PROMISE and direct < n and s.lower[direct] == "to":
        if lemma in cues.COMMIT:
            return frame(direct + 1, direct + 1, "promised", object_end(s, direct + 1))
        # "plans [to sell]" says little without its verb: the clause stays whole
        # …, and with it whatever negates it
        refused = lemma in cues.DENY
        return Frame(None, (i, direct + 1), ((i, last),), (), "promised", refused, whole=True)
    particle = direct > i + 1
    talks = particle or lemma in TALK or lemma in cues.DENY or lemma in cues.ALOUD
    if not talks and lemma not in cues.DEMAND:
        return None
    if lemma in cues.SAY and not any(p < n and s.lower[p] == "that" for p in starts):
        far = _distant_content(s, past, last)
        if far is not None:
            return frame(far, i + 1)
    for p in starts:
        if lemma in cues.ALOUD and lemma not in TALK:
            break
        # after "noted that" a clause is due, whatever its verb was tagged
        due = p == direct and lemma in cues.SAY and s.tags[p : p + 1] == ("IN",)
        if p < n and s.lower[p] == "that" and (has_finite(s, p + 1, last) or due):
            asks = lemma in cues.SUBJUNCTIVE
            subjunctive = asks and not clause_is_indicative(s, p + 1, last)
            return frame(p + 1, i + 1, "demanded" if subjunctive else "asserted")
    for p in starts:
        if p >= n:
            continue
        asks = s.lower[p] in QUESTIONS or (p == direct and s.lower[p] in PRONOUN_QUESTIONS)
        if asks and lemma in TALK and has_finite(s, p + 1, last):
            return frame(p, i + 1)
        if s.words[p] == ":" and p + 1 < n and lemma in TALK:
            return frame(p + 1, i + 1)
        if is_open_quote(s, p):
            return frame(p, i + 1)
        if s.words[p] == "," and p + 1 < n and is_open_quote(s, p + 1):
            return frame(p + 1, i + 1)
        bare = lemma in TALK - cues.THAT_ONLY
        if bare and clause_verb(s, p, n) is not None and not lacks_subject(s, p):
            if p == i + 1 or s.tags[p] in NOMINAL | {"DT", "PRP$", "JJ", "IN"}:
                return frame(p, i + 1)
    if lemma in cues.BARE_CLAUSE and begins_statement(s, direct, last):
        return frame(direct, i + 1)
    if lemma == "say" and direct < last:
        begun = past if s.lower[past : past + 1] == ("that",) else direct
        told = begun + (s.lower[begun] == "that")
        if hidden_verb(s, told, last) is not None:
            return frame(told, i + 1)
        if s.words[direct] == "," or s.tags[direct] == "IN":
            return _past_fronted(s, direct, last, frame)
    return None


def _past_fronted(
    s: TaggedSentence, start: int, last: int, frame: Callable[[int, int], Frame | None]
) -> Frame | None:
    """A content with something before its subject: "says, win or lose, he stays"."""
    for k in range(start + 1, min(last, start + CIRCUMSTANCE_REACH)):
        if s.tags[k] in FINITE or s.words[k] in ";:" or is_open_quote(s, k):
            return None
        if s.words[k] == "," and clause_verb(s, k + 1, last, 6) is not None:
            return frame(start + (s.words[start] == ","), start)
    return None


def _distant_content(s: TaggedSentence, start: int, last: int) -> int | None:
    """Past a longer hearer or circumstance: "told a town hall in Orth, Essex, that …"."""
    for k in range(start, min(last - 1, start + CIRCUMSTANCE_REACH)):
        if s.tags[k] in FINITE or s.words[k] in ";:" or is_open_quote(s, k):
            return None
        joins = s.tags[k] == "IN" or s.lower[k - 1] in TIME_WORDS
        if s.lower[k] == "that" and joins and s.tags[k + 1] not in FINITE:
            return k + 1 if has_finite(s, k + 1, last) else None
        if s.words[k] == "," and is_open_quote(s, k + 1):
            plain = "," not in s.words[start:k]
            return k + 1 if plain and has_finite(s, k + 1, last) else None
    return None


def _asked(s: TaggedSentence, i: int, last: int) -> int | None:
    """Where the content of a request begins: "urged [the board to resign]"."""
    start = i + 1
    if start < last and s.lower[start] in ("on", "upon", "for", "at"):
        start += 1
    if start < last and s.lower[start] == "to" and s.tags[start + 1 : start + 2] == ("VB",):
        return None
    end = phrase_after(s, start, last)
    if end is None:
        return None
    for k in range(end, min(last - 1, end + 6)):
        if s.tags[k] in FINITE or s.words[k] in ",;:":
            return None
        if s.lower[k] == "to" and s.tags[k + 1] in ("VB", "RB"):
            return start
    return None


def after_content(
    s: TaggedSentence,
    i: int,
    outside_from: int,
    source: Range,
    outside: Range,
    frames: list[Frame],
    denied: bool,
) -> Frame | None:
    """A verb whose content came before it, and may go on after it."""
    lemma = verb_lemma(s, i)
    orders = lemma in cues.DEMAND and i == last_token(s) - 1
    speaks = orders or lemma in TALK | cues.ALOUD or follows_speech(s, i)
    if not ends_content(s, outside_from) or not speaks:
        return None
    if lemma not in TALK and not orders and not is_close_quote(s, outside_from - 1):
        return None
    floor = max(
        (f.outside[-1][1] for f in frames if f.outside and f.content[0][0] < f.cue[0]), default=0
    )
    end = outside_from
    while end > floor and (s.words[end - 1] == "," or is_close_quote(s, end - 1)):
        end -= 1
    content: list[Range] = [(floor, end)] if end > floor else []
    stop = skip_adverbials(s, outside[1], lemma in cues.TELLS)
    last = last_token(s)
    after = stop
    while after < last and (s.words[after] in (",", ".", ";", ":")):
        after += 1
    verb = after + 1 if after < last and is_open_quote(s, after) else after
    split = verb < last and (
        s.tags[verb] in FINITE
        or (lemma in cues.SAY and after > stop and hidden_verb(s, verb, last) is not None)
    )
    if content and split and not has_finite(s, floor, end):
        clause = (floor, last)
        return Frame(source, (i, i + 1), (clause,), (), denied=denied, whole=True)
    if content and end - floor == 1:
        content = []
    quoted = is_close_quote(s, outside_from - 1)
    has_object = after < last and (
        s.tags[after] in OBJECT_OPENERS or (s.tags[after] == "PRP" and lemma not in cues.TELLS)
    )
    if after == stop and not quoted and has_object:
        # "While others wait, Orth maintains a lead": the verb has an object of its own
        return None
    if after < last and (is_open_quote(s, after) or (after > stop and _goes_on(s, after, last))):
        content.append((after, last))
    else:
        stop = max(stop, min(after, last))
        fronted = s.lower[floor] in SUBORDINATORS | CONDITIONS
        if fronted and not quoted and not has_finite_after_comma(s, floor, end):
            return None
    if not content or not (
        any(has_finite(s, a, b) for a, b in content)
        or is_close_quote(s, outside_from - 1)
        or (lemma in cues.SAY and s.tags[i + 1 : i + 2] in ((), (".",), (",",)))
    ):
        return None
    return Frame(source, (i, i + 1), tuple(content), ((outside_from, after),), denied=denied)


def _goes_on(s: TaggedSentence, start: int, end: int) -> bool:
    first = start + 1 if s.tags[start] == "CC" else start
    return clause_verb(s, first, end) is not None
