"""The shapes of what is done freely and of what is done under force, as regular expressions."""

from __future__ import annotations

from tui.core.language.patterns import compile_on_use

_WHOSE = r"(?:my|your|his|her|its|our|their|one's|one’s)"

_SOURCES = {
    "FREELY": (
        rf"(?i)\b(?:(?:of|by|at|from|on|out of|through) {_WHOSE} own (?:free )?"
        r"(?:will|accord|volition|choice|choosing|wish|desire|request|initiative|motion|decision)"
        r"|voluntarily|willingly|unasked|unprompted|unbidden|of choice|by choice"
        r"|(?:chose|chooses|choose|volunteered|elected|opted|preferred) to"
        r"|decided\b[^.;]{0,24} (?:myself|yourself|himself|herself|itself|ourselves|themselves))\b"
    ),
    "FORCED": (
        rf"(?i)\b(?:against {_WHOSE} (?:own )?(?:will|wish|wishes)|by force"
        r"|at gunpoint|at swordpoint"
        r"|under (?:duress|compulsion|threat|constraint|orders)|in (?:chains|irons|fetters)"
        r"|forced|forcibly|compelled|coerced|obliged|conscripted|pressed into|dragged|frogmarched"
        r"|captive|(?:was|were|been|being) (?:made|ordered|told|asked|driven) to"
        r"|(?:had|has|have|with) no (?:choice|option|alternative)|had to|reluctantly|unwillingly"
        r"|(?:was|were|been) (?:sacked|dismissed|fired|ousted|expelled|deported|evicted|ejected))\b"
    ),
}

__getattr__ = compile_on_use(_SOURCES, globals())
