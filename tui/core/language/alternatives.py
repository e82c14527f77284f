"""Words of one closed set, of which a thing is one and not another: colours, seasons, sports.

The sets are ours, kept to words whose everyday senses exclude each other; opposites and the names
of peoples, months and days are elsewhere.
"""

from __future__ import annotations

from functools import cache

_SETS = """
    morning | afternoon | evening | night | noon | midnight | dawn daybreak sunrise
        | dusk nightfall sunset
    spring | summer | autumn fall | winter
    red crimson scarlet | green | blue | yellow | white | black | brown | purple violet | pink
        | orange | grey gray
    north northern | south southern | east eastern | west western
        | northeast northeastern north-east north-eastern
        | northwest northwestern north-west north-western
        | southeast southeastern south-east south-eastern
        | southwest southwestern south-west south-western
    left | right | middle
    comedy comic | tragedy tragic | thriller | horror | romance romantic | western | musical
        | documentary | fantasy
    rock | pop | jazz | blues | folk | metal | punk | reggae | classical | rap hip-hop | soul
    film movie | novel | song | album | painting | poem | opera | play | sculpture | symphony
        | magazine | newspaper
    football soccer | basketball | baseball | hockey | tennis | cricket | rugby | golf | boxing
        | swimming | cycling | wrestling | volleyball | chess | rowing | skiing
    actor actress | singer vocalist | drummer | guitarist | bassist | pianist | violinist
        | painter | sculptor | novelist | poet | dancer | footballer | cricketer | boxer
        | physicist | chemist | biologist | lawyer solicitor barrister | dentist | nurse | architect
        | engineer | farmer | baker | carpenter | blacksmith | plumber | tailor | butcher
        | economist | geologist | librarian | priest | soldier | sailor
    physics | chemistry | biology | mathematics maths | medicine | law | history | geography
        | economics | theology | philosophy | botany | zoology | astronomy | engineering
        | architecture | literature
    catholic | protestant | muslim islamic | jewish | hindu | buddhist | sikh | atheist
    gold golden | silver | bronze | copper | iron | steel | brass | lead | tin
    wood wooden oak pine | stone marble granite | concrete | brick | glass | plastic | paper
        | leather | clay
    train rail | ship sea | bus | plane air | bicycle | horseback
    army | navy | airforce
    frost | drought | flood flooding | earthquake | hail | lightning | wildfire | avalanche
        | landslide | tornado
    wheat | barley | maize corn | rice | oats | rye | potato | cotton | tobacco | coffee | tea
    beef | pork | mutton lamb | chicken | fish
    beer | wine | whisky whiskey | milk | water | oil
    kitchen | attic | bedroom | bathroom | cellar basement | garage | roof
    hospital | school | prison jail | church | hotel | factory | museum | library | theatre theater
        | airport | farm
    head | neck | shoulder | arm | hand | chest | back | leg | knee | foot ankle | eye | ear
    cat | dog | horse | cow | sheep | pig | goat | wolf | fox | rabbit | rat
    murder | theft | arson | fraud | bribery | rape | perjury | treason | smuggling | blackmail
    father | mother | brother | sister | son | daughter | husband | wife | uncle | aunt | nephew
        | niece | cousin | grandfather | grandmother
    stabbed stab | shot shoot | strangled strangle | poisoned poison | drowned drown
    personal | official
    monday | tuesday | wednesday | thursday | friday | saturday | sunday
"""


@cache
def _places() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each word the sets it is in, and which member of each it is."""
    sets: list[str] = []
    for line in _SETS.strip("\n").split("\n"):
        if line.lstrip().startswith("|"):
            sets[-1] += line
        else:
            sets.append(line)
    places: dict[str, list[tuple[int, int]]] = {}
    for n, members in enumerate(sets):
        for m, words in enumerate(members.split("|")):
            for word in words.split():
                places.setdefault(word, []).append((n, m))
    return {word: tuple(found) for word, found in places.items()}


def are_alternatives(a: str, b: str) -> bool:
    """Whether two lemmas are different members of one set; the same whichever comes first."""
    left, right = _places().get(a.lower(), ()), _places().get(b.lower(), ())
    common = [(m, k) for n, m in left for o, k in right if n == o]
    return bool(common) and all(m != k for m, k in common)
