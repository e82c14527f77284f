"""Words that attribute a statement to someone.

Verbs are grouped by the construction they take, after Levin's verbs of communication (37) and
their kin (English Verb Classes and Alternations, 1993); the lists are ours.
"""

from __future__ import annotations

SAY = frozenset(
    "say state note add tell report announce declare claim assert maintain insist argue contend"
    " stress underline underscore emphasize emphasise highlight reiterate repeat affirm reaffirm"
    " confirm acknowledge admit concede confess allege explain recall remark observe comment"
    " mention indicate suggest imply warn caution reply respond answer write tweet post testify"
    " swear predict forecast estimate conclude reveal disclose inform notify assure reassure"
    " complain protest object counter retort continue quip joke muse opine exclaim cry shout"
    " whisper mutter murmur yell boast brag proclaim pronounce clarify specify summarize narrate"
    " relate recount attest certify deny dispute rule hold quote cite speculate hint signal vow"
    " promise pledge agree rejoin intone lament blurt bid ask wonder inquire enquire question"
    " fume posit theorize hypothesize surmise postulate aver reason concur marvel grouse"
    " bemoan submit grumble gripe moan scoff crow venture fret".split()
)
"""Verbs of saying: `that` clause, bare clause or quotation."""

THINK = frozenset(
    "believe think know feel suspect doubt fear hope expect consider assume presume suppose"
    " understand realize realise recognize recognise guess imagine worry learn hear see decide"
    " determine dream reckon deem anticipate foresee wish regret remember forget fancy"
    " concern trust judge mean sense accept".split()
)
"""Belief and desire: they attribute a clause, not a quotation."""

THAT_ONLY = frozenset("accept submit".split())
"""Of these, verbs whose clause needs its `that`: without one they have an object."""

SHOW = frozenset(
    "show find demonstrate prove reveal suggest indicate establish discover detect".split()
)
"""Evidence: the source is a study, a document, a fact."""

DEMAND = frozenset(
    "urge ask order demand request instruct command advise recommend propose call tell beg implore"
    " appeal press encourage direct require exhort entreat summon invite want warn caution pressure"
    " persuade convince remind challenge dare push lobby petition prod nudge".split()
)
"""With a `to` infinitive or a bare subjunctive they ask for something."""

PROMISE = frozenset(
    "promise vow pledge agree threaten offer undertake commit swear plan intend aim refuse decline"
    " want hope expect wish seek propose decide prefer long yearn".split()
)
"""With a `to` infinitive they say what the source means to do."""

COMMIT = frozenset(
    "promise vow pledge agree threaten offer undertake commit swear propose refuse decline".split()
)
"""Of these, the acts of speech: what is promised stands for itself."""

DENY = frozenset("deny dispute refute reject rebut disclaim refuse decline dismiss doubt".split())
"""What they attribute is denied."""

SUBJUNCTIVE = frozenset("demand propose recommend insist request order urge ask".split())
"""Verbs whose `that` clause demands where its verb is bare."""

ALOUD = frozenset(
    "read go put chant sing begin open start interrupt interject press chide scold thunder tease"
    " crow gush rant scoff snap shoot fire sneer shrug sigh laugh growl grumble hiss roar scream"
    " drawl venture".split()
)
"""Verbs that attribute a quotation next to them, and nothing else."""

WITH_PARTICLE: dict[str, tuple[str, ...]] = {
    "point": ("out",),
    "find": ("out",),
    "spell": ("out",),
    "turn": ("out",),
    "cry": ("out",),
    "call": ("out",),
    "sing": ("out",),
}
"""Verbs that take a clause after their particle."""

BARE_CLAUSE = frozenset(
    "say think believe argue claim insist contend assert suspect hope fear feel know guess suggest"
    " maintain allege admit concede acknowledge mean reckon wish predict estimate bet swear"
    " conclude show indicate".split()
)
"""Verbs that take a clause without `that` rather than an object."""

NOUNS = frozenset(
    "statement claim assertion allegation belief view opinion position argument contention"
    " suggestion warning announcement declaration report complaint conclusion admission denial"
    " remark comment fear hope accusation confirmation promise pledge prediction impression"
    " assurance insistence demand call conviction concern stance charge finding rumor rumour"
    " hypothesis theory idea notion news word verdict ruling acknowledgement acknowledgment"
    " testimony account".split()
)
"""Nouns that take a `that` clause: "the denial that …"."""

HEARSAY_NOUNS = frozenset(
    "claim allegation accusation charge rumor rumour report complaint denial testimony warning"
    " announcement confirmation news".split()
)
"""Nouns that attribute although nobody is named."""

DENY_NOUNS = frozenset("denial rejection".split())

DOCUMENTS = frozenset(
    "poll survey study report analysis statement letter memo tweet post article essay editorial"
    " op-ed filing complaint lawsuit ruling opinion affidavit testimony indictment email message"
    " paper census review audit brief petition communiqué communique release dispatch bulletin"
    " notice transcript diary memoir".split()
)
"""Texts that say something themselves."""

RELAY = frozenset(
    "repeat reiterate express make issue reject voice state restate confirm deny give hold dispute"
    " reaffirm support share defend dismiss".split()
)
"""Verbs whose subject is the source when their object is one of `NOUNS`."""

TELLS = frozenset(
    "tell inform notify assure reassure warn remind advise promise ask urge order".split()
)
"""Verbs that take the hearer as an object before the content."""

ADDRESS = frozenset(
    "speak talk write refer respond reply react appear address ask question press testify interview"
    " quote comment tell say add".split()
)
"""A participle of these that stands beside a speech only says how it came about."""

EVERY_VERB = SAY | THINK | SHOW | DEMAND | PROMISE | DENY | ALOUD | WITH_PARTICLE.keys()
