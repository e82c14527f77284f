"""Closed classes of English words and tags that the rules of several modules ask for.

Open classes, which a reader of new texts would add to, are sections of `names_words.txt`.
"""

from __future__ import annotations

ARTICLES = frozenset(("a", "an", "the"))
OWNERS = frozenset("his her its their our".split())
"""Determiners that make a noun definite by whose it is."""
BE = frozenset("is was remains became".split())
"""Verbs between a name and what it is said to be."""
RELATIVE = frozenset("that which who whose where".split())
SMALL = frozenset("a and for in of on the to".split())
"""Words that names and titles hold without a capital."""
GENITIVE = ("'s", "’s")
POSSESSIVE = (*GENITIVE, "'", "’")
"""Endings that make an owner, as the scan sets them apart, in lower case."""
FUNCTION = frozenset(
    "a an the this that these those some any each every all both no none neither either such "
    "and or but nor so yet if then else when while where why how who whom whose which what "
    "whether because although though unless until since after before as than like unlike "
    "of in on at by for from to with without within into onto upon over under about above below "
    "between among against during through throughout across along around behind beside besides "
    "beyond despite down except inside near off out outside past per plus toward towards up via "
    "i you he she it we they me him her us them my your his its our their mine yours hers ours "
    "theirs myself yourself himself herself itself ourselves themselves one ones someone anyone "
    "everyone nobody somebody anybody something anything everything nothing "
    "is are was were be been being am have has had having do does did done doing will would shall "
    "should can could may might must ought not n't never there here now also too very just only "
    "even still already again ever once more most less least much many few several other others "
    "another same own first second third last next however moreover therefore thus hence "
    "meanwhile furthermore nevertheless nonetheless instead indeed perhaps maybe according "
    "including regarding concerning following given let yes no two three four five six seven "
    "eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion "
    "today yesterday tomorrow tonight well oh it's that's i'm i've i'd i'll he's she's we're "
    "they're you're don't didn't isn't wasn't can't won't there's what's let's we've they've "
    "it’s that’s he’s she’s there’s don’t".split()
)
"""Words that a capital alone makes no name."""

NOUNS = ("NN", "NNS")
PROPER = ("NNP", "NNPS")
ADJECTIVES = ("JJ", "JJR", "JJS")
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Tags of verbs that say something of what stands before them."""
