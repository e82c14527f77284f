"""Words of attitude to a thing: what they judge, want, describe or speak of is a noun phrase.

Grouped after Levin's classes (English Verb Classes and Alternations, 1993): judgement (33),
admire (31.2), want (32), characterize (29.2), communication (37), permission (64) and prohibition
(67); the lists are ours.
"""

from __future__ import annotations

from typing import Literal

JUDGE = frozenset(
    "praise criticize criticise condemn denounce blame applaud commend compliment congratulate hail"
    " laud decry deplore deride disparage fault insult lambaste lambast mock ridicule rebuke"
    " reproach reprimand scold slam blast bash assail pillory castigate censure chastise chide"
    " berate malign vilify scorn thank toast upbraid taunt tease welcome endorse accuse"
    " excoriate savage belittle denigrate admonish pan knock rap trash tout extol"
    " back defend excuse forgive indict impugn demonize demonise dismiss slate"
    " rip skewer discredit smear bemoan bewail".split()
)
ADMIRE = frozenset(
    "admire adore appreciate detest dislike distrust dread envy esteem favor favour fear hate like"
    " loathe love mourn resent respect support tolerate value oppose prefer regret trust mistrust"
    " doubt despise abhor cherish lament rue idolize embrace disfavor".split()
)
WANT = frozenset("want crave desire demand seek expect wish".split())
CHARACTERIZE = frozenset(
    "describe characterize characterise portray depict label brand dub call view regard deem"
    " consider term define interpret envision envisage liken compare cast paint frame".split()
)
COMMUNICATE = frozenset(
    "announce reveal disclose explain mention note cite discuss detail outline recount relate state"
    " stress emphasize emphasise highlight underline underscore reiterate repeat reaffirm restate"
    " confirm acknowledge admit concede justify question challenge dispute deny reject refute rebut"
    " debunk downplay advocate recommend propose suggest request promise pledge vow threaten"
    " predict forecast report claim allege assert proclaim declare express voice convey articulate"
    " signal protest invoke reference quote echo retract disavow disown repudiate renounce"
    " contradict ponder contemplate mull weigh anticipate foresee imagine recall remember recognize"
    " recognise believe understand"
    " tweet renew air raise pitch preach profess hint urge offer warn caution remind"
    " advise tell ask vent trumpet broach summarize summarise plug spell unveil float promote"
    " champion peddle credit ascribe attribute list identify document chronicle expose estimate"
    " ignore disregard post share retweet".split()
)
DIRECTIVE = frozenset("order allow permit forbid ban prohibit bar".split())
EVIDENCE = frozenset("show find indicate demonstrate".split())

DIRECT = JUDGE | ADMIRE | WANT | CHARACTERIZE | COMMUNICATE | DIRECTIVE | EVIDENCE
"""Verbs whose object is what they judge, want or speak of."""


def _table(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in table.strip().splitlines():
        heads, words = line.split(":")
        for head in heads.split():
            found[head] = found.get(head, frozenset()) | frozenset(words.split())
    return found


PREPOSITIONS = _table(
    """
call: for on
push press appeal plead clamor clamour lobby campaign: for against
argue protest rail inveigh rage fulminate rant thunder preach: against for about at
speak: of about against out
talk boast brag joke lie worry complain fret gripe grumble moan whine: about of
warn caution: about against of
comment remark opine elaborate expound dwell harp: on upon about
refer point allude object: to
agree disagree sympathize sympathise side: with on
insist focus: on upon
lash hit punch: at back out
apologize apologise yearn long hope wish pray: for
think dream hear learn know: of about
care wonder reminisce: about
believe: in
hint scoff sneer balk bristle marvel: at
approve disapprove despair: of
express voice: about over
look: for
lay spell: out
rule single: out
play brush shrug wave: down up off aside
take: aim issue exception
weigh: in
zero: in
go: after
turn: against
pledge vow commit: to
accuse: of
threaten: with
ask: for about
see cast rank treat perceive present position paint brand hail think consider count: as of
blame fault thank praise criticize criticise attack congratulate: for
inquire enquire: about into
swear: by
vote: for against to
double: down
advocate vouch: for
testify: about against to
"""
)
"""Verbs of speech and attitude with the words that lead to their object."""

EVERY_VERB = DIRECT | PREPOSITIONS.keys()

ADJECTIVES: dict[str, frozenset[str]] = _table(
    """
critical supportive skeptical sceptical wary proud afraid fearful suspicious dismissive: of about
contemptuous disdainful tired fond mindful aware unaware envious scornful: of
concerned worried anxious uneasy uncomfortable nervous optimistic pessimistic hopeful: about over
angry furious upset unhappy enthusiastic excited passionate serious adamant: about at over with
confident doubtful certain uncertain sure unsure convinced clear: of about in on
happy pleased satisfied dissatisfied disappointed frustrated: with about by at
opposed hostile sympathetic indifferent resistant open: to toward towards
grateful thankful sorry: for about
surprised shocked appalled dismayed alarmed outraged: at by about over
insistent keen bullish bearish: on about
interested: in
eager ready anxious: for
glad positive ashamed jealous: of about
willing unwilling reluctant hesitant determined prepared loath: about
"""
)
"""Adjectives of attitude with the prepositions that lead to their object."""

WILLING = frozenset(
    "willing unwilling reluctant hesitant determined prepared loath eager ready anxious keen afraid"
    " proud happy glad pleased".split()
)
"""Adjectives of those who mean, or mind, to do what the infinitive after them says."""

MEMBER_ENDINGS = ("ist", "ian", "man", "men", "woman", "women", "people", "ant", "eer")
"""Endings of English nouns for one who belongs to or deals with something."""

BODIES = frozenset(
    "official critic voter minister senator governor mayor"
    " government party group campaign committee company firm court administration"
    " ministry union council board team army staff crowd public majority minority administration"
    " police authority agency commission parliament congress senate house cabinet opposition"
    " president king queen prince princess pope bishop priest judge chief head aide ally rival foe"
    " friend fan expert analyst scholar student parent mother father brother sister son daughter"
    " wife husband spouse widow child boy girl lady youth adult teen secretary deputy delegate"
    " candidate nominee patient victim survivor witness resident citizen native member guest host"
    " nurse doctor coach captain general colonel attorney lawyer diplomat envoy soldier troop rebel"
    " militant activist advocate elite crew family couple community church movement coalition"
    " alliance bloc organization organisation institute university newspaper paper magazine journal"
    " network channel outlet media press report study poll survey letter statement article essay"
    " editorial column memo column book film ad advertisement website site panel jury tribunal"
    " investigator inquiry department office bank business industry state country nation city town"
    " village republic regime leadership faction wing caucus lobby camp side half third quarter"
    " footage video image photo photograph picture record document file data result finding test"
    " email e-mail memo log map chart figure statistic research analysis evidence exit-poll tape"
    " transcript review audit census experiment trial model simulation estimate index"
    " percent none anyone everyone someone nobody somebody everybody other".split()
)
"""Nouns for people, for bodies of people and for what speaks in writing."""

STATING = frozenset(
    "call demand urge request seek propose suggest recommend advocate announce reveal disclose"
    " confirm report predict forecast foresee anticipate warn caution deny dispute promise pledge"
    " threaten vow push press appeal plead campaign argue lobby discuss consider contemplate"
    " mention describe acknowledge admit allege claim tout float unveil outline".split()
)
"""Verbs that report the gerund after them rather than judge it, so that it can stand alone."""
FORCES: dict[str, Literal["demanded", "promised"]] = {
    **dict.fromkeys(
        "demand urge request seek propose suggest recommend advocate push press appeal plead"
        " campaign argue lobby".split(),
        "demanded",
    ),
    **dict.fromkeys("promise pledge threaten vow".split(), "promised"),
}
"""What becomes of the gerund after some of them: asked for or promised rather than stated."""

LINKING = frozenset("seem appear remain become feel sound look grow".split())
