"""The shapes of `by 20p`, `a majority of three` and `twice as many`, as regular expressions."""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_CHANGES = (
    r"rises?|rose|risen|rising|increas\w+|climb\w*|grow\w*|grew|go(?:es|ing|ne)? (?:up|down)"
    r"|went (?:up|down)|put (?:up|down)|jump\w*|soar\w*|f[ae]ll\w*|drop\w*|declin\w+|cut\w*"
    r"|lower\w*"
    r"|reduc\w+|rais\w+|decreas\w+|shr[iau]nk\w*|slip\w*|gain\w*|lost|los[ei]\w*|up|down"
    r"|lift\w*|advanc\w+|widen\w*|narrow\w*|short\w*|length\w*|extend\w*|expand\w*|add\w*|slash\w*|trim\w*"
)

_SOURCES = {
    "FROM_BEFORE": r"(?i)\bfrom (?:a |an |the )?$",
    "MAGNITUDE": r"(?i)\b(?:thousand|million|billion|trillion)\b",
    "TO": r"(?i),? (?:to|against|to a|up to|down to) ",
    "TO_FEW": r"(?i) to (?P<few>one|nil|none|zero)\b",
    "BY_BEFORE": (
        rf"(?i)(?P<by>\bby (?:a |an )?|\b(?:a|an|the) (?:{_CHANGES}) of "
        r"|\b(?:lost|loses?|gained|gains?|shed|sheds|added|adds|put on) )$"
    ),
    "LEAD_BEFORE": (
        r"(?i)(?:\bby )?\b(?:an?|the|with an?) (?:\w+ )?(?:majority|margin|lead) (?:of|was)"
        r" (?:just |only )?$"
    ),
    "MORE_AFTER": (
        r"(?i) (?:more|less|fewer|higher|lower|larger|smaller|cheaper|dearer|faster|up|down)\b"
    ),
    "MULTIPLE": (
        r"(?i)(?<![\w-])(?:(?P<stem>(?:doubl|trebl|tripl|quadrupl|quintupl|halv)(?:ed|ing|es|e))\b"
        r"|(?P<fold>[a-z]+|[0-9]+)-?fold\b"
        r"|(?P<as>twice|thrice|half|[a-z]+ times|[0-9]+ times)"
        r" (?=as (?:many|much|[a-z]+)\b|more\b|higher\b|larger\b|bigger\b))"
    ),
}

__getattr__ = compile_on_use(_SOURCES, globals())
