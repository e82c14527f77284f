"""Verbs that attribute a clause, a quotation or an infinitive: before, after and inside it."""

from __future__ import annotations

from dataclasses import replace

from tui.core.claims import cues
from tui.core.claims.bounds import lacks_subject
from tui.core.claims.contents import (
    TALK,
    after_content,
    before_content,
    ends_content,
    follows_quotation,
    follows_speech,
    inverted_subject,
    skip_adverbials,
)
from tui.core.claims.frames import Frame, Range, last_token
from tui.core.claims.phrases import (
    BE,
    FINITE,
    NOUN,
    TIME_WORDS,
    clause_verb,
    has_finite,
    is_close_quote,
    is_open_quote,
    phrase_after,
    phrase_before,
    verb_lemma,
)
from tui.core.claims.subjects import (
    RELATIVES,
    VerbGroup,
    agent_of,
    closes_sentence,
    controller,
    is_relative,
    main_subject,
    participle_subject,
    past_relative,
    subject_of,
    verb_group,
)
from tui.core.language.tagged import TaggedSentence

GAPPED = (("VBD",), ("VBZ",), ("VBP",), ("MD",))
HELD = frozenset(
    "judge find consider believe deem think hold say report estimate declare suppose rule".split()
)
"""What is so of something by somebody's judgement: "judged by the panel to be late"."""
CONJUNCTIONS = frozenset("considering assuming supposing".split())
"""Participles that join clauses, whoever considers or assumes."""
DEMONSTRATIVE = frozenset("this these that those it which".split())
"""Subjects of a verb of evidence that point back into the text: an argument, not a source."""


def is_closing_verb(s: TaggedSentence, i: int) -> bool:
    """A verb of saying that looks like a plural: "…, the paper reports." and ", Orth writes,"."""
    if s.tags[i] != "NNS" or s.tags[i - 1] not in NOUN or verb_lemma(s, i) not in cues.SAY:
        return False
    start = phrase_before(s, i)
    if start is None or start < 2:
        return False
    if i == last_token(s) - 1 and s.words[start - 1] == ",":
        return has_finite(s, 0, start)
    ends = i + 1 == len(s) or s.words[i + 1] in (",", ".")
    set_off = s.words[start - 1] == "," or is_close_quote(s, start - 1)
    return ends and set_off and all(s.tags[k] == "NNP" for k in range(start, i))


def verb_frame(s: TaggedSentence, i: int, frames: list[Frame]) -> Frame | None:
    """The attribution that verb `i` makes of a clause; `frames` are those found before it."""
    lemma = verb_lemma(s, i)
    group = verb_group(s, i)
    begin = group.begin
    if begin == i and (_is_attributive(s, i) or s.lower[i] in CONJUNCTIONS):
        return None
    if group.passive and not group.infinitive:
        return _passive(s, i, group)
    if lemma in ("quote", "cite"):
        quoting = _quoting(s, i, group, frames)
        if quoting is not None:
            return quoting
    inherited = False
    outside_from: int | None = None
    source: Range | None = None
    inverted: Range | None = None
    if group.infinitive:
        source = controller(s, begin)
        if source is None and lemma in cues.SAY and s.tags[begin - 2] not in NOUN:
            # "took to the air to say that …"
            source = main_subject(s, begin)
        if source is None or begin == i + 1:
            return None
        outside_from = begin - 1
    elif s.tags[i] == "VBG" and not any(s.lower[k] in BE for k in range(begin, i)):
        source = participle_subject(s, begin)
        if source is None:
            inherited = True
        elif not closes_sentence(s, source):
            return None
        else:
            outside_from = begin
    elif begin > 0 and s.tags[begin - 1] == "CC":
        inherited = True
    else:
        source = subject_of(s, begin)
        if source is not None and is_relative(s, begin):
            if not closes_sentence(s, source) and s.words[source[1]] != ",":
                return None
            outside_from = source[1]
        if source is None:
            source = past_relative(s, begin)
        if source is None and ends_content(s, begin):
            inverted = inverted_subject(s, i)
        elif lemma in cues.SAY - cues.TELLS and s.words[begin - 1] == "," and _ends_with_name(s, i):
            # "The vote was late, angering voters, said Lena Orth, a clerk."
            source, inverted = None, inverted_subject(s, i)
        elif lemma in cues.SAY - cues.TELLS and _breaks_in(s, i, begin):
            source, inverted = None, inverted_subject(s, i)
        if source is None and inverted is None and not (begin == 0 and lemma in cues.SAY):
            return None
    argues = source is not None and lemma in cues.SHOW and s.lower[source[0]] in DEMONSTRATIVE
    if inherited:
        source = (frames[-1].source if frames else None) or main_subject(s, begin)
        if source is None:
            return None
    denied = lemma in cues.DENY or group.negated
    if inverted is not None:
        return after_content(s, i, begin, inverted, (begin, inverted[1]), frames, denied)
    closing = source is not None and not argues and not inherited and outside_from is None
    if closing and source is not None and follows_quotation(s, i, source):
        after = after_content(s, i, source[0], source, (source[0], i + 1), frames, denied)
        if after is not None:
            return after
    frame = before_content(s, i, lemma, denied)
    if frame is not None and frame.whole:
        if source is None:
            return None
        begins = min(source[0], begin) if not inherited else begin
        return replace(
            frame, source=source, content=((begins, frame.content[0][1]),), inherited=inherited
        )
    if frame is not None:
        first = source[0] if source and not inherited else begin
        if outside_from is not None:
            first = outside_from
        if inherited and begin > 0 and (s.tags[begin - 1] == "CC" or s.words[begin - 1] == ","):
            first = begin - 1
        if s.lower[max(0, first - 1)] == "as" and lemma in cues.SAY:
            first -= 1
        if begin == 0 and s.tags[i] in ("VBN", "VBD") and s.words[frame.content[0][0]] != ":":
            frame = replace(frame, content=(_before_main_clause(s, frame.content[0]),))
        return replace(
            frame,
            source=None if argues else source,
            argument=argues,
            cue=(begin, frame.cue[1]),
            outside=((first, frame.content[0][0]),),
            inherited=inherited,
        )
    gapped = s.tags[i + 1 : i + 2] in GAPPED or (
        s.tags[i + 1 : i + 2] == ("VBN",)
        and source is not None
        and s.lower[source[0] - 1] in RELATIVES
    )
    if source is not None and lemma in cues.BARE_CLAUSE and gapped:
        # "which he said were late": the relative pronoun is the subject of the content.
        return Frame(source, (begin, i + 1), ((i + 1, last_token(s)),), (), whole=True)
    # "It must never sail again, the judge ordered."
    orders = lemma in cues.DEMAND and i == last_token(s) - 1
    speaks = orders or lemma in TALK | cues.ALOUD or follows_speech(s, i)
    if closing and source is not None and speaks:
        return after_content(s, i, source[0], source, (source[0], i + 1), frames, denied)
    return None


def _ends_with_name(s: TaggedSentence, i: int) -> bool:
    """Whether a name follows verb `i` as its subject, after a clause that the verb closes."""
    inverted = inverted_subject(s, i)
    if inverted is None or s.tags[i + 1] != "NNP" or s.lower[i + 1] in TIME_WORDS:
        return False
    end = inverted[1]
    stops = end == len(s) or s.words[end] in (",", ".")
    return stops and has_finite(s, 0, i) and not has_finite(s, end, len(s))


def _breaks_in(s: TaggedSentence, i: int, begin: int) -> bool:
    """Whether verb `i` and whoever says it part a subject from its verb: "The road, said Lena Orth,
    will be closed."."""
    inverted = inverted_subject(s, i)
    if inverted is None or s.words[begin - 1] != ",":
        return False
    end = inverted[1]
    goes_on = end + 1 < len(s) and s.words[end] == "," and s.tags[end + 1] in FINITE
    return goes_on and not has_finite(s, 0, begin)


def _before_main_clause(s: TaggedSentence, content: Range) -> Range:
    """What a participle before its subject asks: "Asked [whether it was late], Orth said no."."""
    start, last = content
    ends = (k for k in range(start + 1, last) if s.words[k] == ",")
    return start, next((k for k in ends if clause_verb(s, k + 1, last) is not None), last)


def _is_attributive(s: TaggedSentence, i: int) -> bool:
    """A participle that belongs to a noun: "any known lines", "the letter seen by us shows"."""
    if s.tags[i] not in ("VBN", "VBD") or i == 0 or i + 1 == len(s):
        return False
    after = i + 2 if s.tags[i + 1] == "RP" else i + 1
    if lacks_subject(s, i + 1) or s.lower[after : after + 1] == ("by",):
        return True
    return (
        s.tags[i] == "VBN"
        and s.tags[i + 1] in NOUN | {"JJ"}
        and s.tags[i - 1] in ("DT", "PRP$", "JJ", "CC", "IN")
    )


def _quoting(s: TaggedSentence, i: int, group: VerbGroup, frames: list[Frame]) -> Frame | None:
    """ "…," the paper quoted Orth as saying; the paper quoted Orth as saying that …"."""
    quoted = phrase_after(s, i + 1, len(s))
    if quoted is None or s.lower[quoted : quoted + 2] not in (("as", "saying"), ("as", "telling")):
        return None
    reporter = subject_of(s, group.begin)
    first = reporter[0] if reporter else group.begin
    said = quoted + 2
    if reporter is not None and follows_quotation(s, i, reporter):
        frame = after_content(s, i, first, (i + 1, quoted), (first, said), frames, denied=False)
        return None if frame is None else replace(frame, cue=(i, said))
    told = said + (s.lower[said : said + 1] == ("that",))
    last = last_token(s)
    if told >= last:
        return None
    return Frame((i + 1, quoted), (i, said), ((told, last),), ((first, told),))


def _to_be(s: TaggedSentence, at: int) -> bool:
    return s.lower[at : at + 1] == ("to",) and s.tags[at + 1 : at + 2] == ("VB",)


def _passive(s: TaggedSentence, i: int, group: VerbGroup) -> Frame | None:
    """ "was told by the clerk that …", "was asked whether …", "is quoted as saying …"."""
    lemma = s.lemma(i)
    last = last_token(s)
    if lemma in ("quote", "cite") and s.lower[i + 1 : i + 3] == ("as", "saying"):
        source = subject_of(s, group.begin)
        said = i + 4 if s.lower[i + 3 : i + 4] == ("that",) else i + 3
        if source is None or said >= last:
            return None
        return Frame(source, (group.begin, i + 3), ((said, last),), ((source[0], said),))
    agent = agent_of(s, i)
    if agent is not None and lemma in HELD and _to_be(s, agent[1]):
        # "two were judged by the panel to be late": the clause stays whole
        subject = subject_of(s, group.begin)
        if subject is not None:
            return Frame(agent, (group.begin, i + 1), ((subject[0], last),), (), whole=True)
    if lemma not in cues.TELLS | {"say", "report", "question"}:
        return None
    at = skip_adverbials(s, agent[1] if agent else i + 1, tells=False)
    start: int | None = None
    if at < last and s.lower[at] == "that" and has_finite(s, at, last):
        start = at + 1
    elif at < last and (s.lower[at] in ("whether", "if") or is_open_quote(s, at)):
        start = at
    elif at + 1 < last and s.words[at] in (",", ":") and is_open_quote(s, at + 1):
        start = at + 1
    if start is None:
        return None
    hearer = subject_of(s, group.begin)
    first = hearer[0] if hearer else group.begin
    return Frame(agent, (group.begin, i + 1), ((start, last),), ((first, start),))
