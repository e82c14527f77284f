"""Build the list of nouns for what people are by trade, office or rank.

    python tui/data/scripts/roles.py WORDNET

WORDNET: `/usr/share/wordnet` of the Debian package wordnet-base 1:3.0-37 (WordNet licence).

Takes the words of one or two parts below ROOTS, but not below NOT, where such a person is what they
mean most often and they are no adjectives: `translator`, not `chair` or `regular`. Words that end
like `goalkeeper` or `resident` need not be so clear. Writes titles_roles.txt beside this folder,
one a line.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from synsets import ACT, ANIMAL, PERSON, Synset, read

ROOTS = """
leader; worker; professional; expert; entertainer; athlete; contestant; communicator; intellectual;
creator; official; serviceman; religious person; adviser; negotiator; defender; health professional;
head; ruler; politician; capitalist; businessperson; scientist; artist; commissioned officer;
clergyman; lawgiver; lawman; peace officer; representative; advocate; reformer; student; traveler;
noble; candidate; winner; founder; owner; trainer; organizer; investigator; inspector; combatant;
adventurer; reviewer; victim; applicant; beneficiary; disputant; patron; supporter; judge; agent;
appointee; manager; administrator; engineer; landowner; tenant; settler; celebrity; hero; perceiver;
survivor; accused; prisoner; sick person; inhabitant; neighbor; friend; associate; holder;
attendant; widow; widower; player; passenger; buyer; seller; recipient; guest; visitor; debtor;
creditor; competitor; suspect; litigant; striker
"""
NOT = """
relative; wrongdoer; unpleasant person; bad person; fool; unskilled person; failure;
weakling; lover; sexual partner; slave; deceiver; liar; primitive; ancestor;
sensualist; debauchee; prostitute; user; hypocrite; flatterer; sycophant; gossip; complainer;
troublemaker; idler; showoff; coward; boor; disreputable person; intruder; nonreligious person;
member; adherent; simpleton; bore; baby; child; juvenile; deity; Jew; Christian; Muslim; addict;
quack; gypsy; rascal; prattler; snoop
"""
_NAME = re.compile(r"[a-z]+(?:[ -][a-z]+)?")
_PERSONAL = re.compile(r"(?:[eo]r|ist|man|woman|[ae]nt)$")
_RUDE = re.compile(r"offensive|derogatory|disparag|slang|slur|contempt|humorous|pejorative|vulgar")


def below(nouns: dict[str, Synset], names: str) -> set[str]:
    """The synsets of people called so, and all that are kinds of them."""
    wanted = {name.strip() for name in re.split(r"[;\n]", names) if name.strip()}
    children: dict[str, list[str]] = defaultdict(list)
    for offset, synset in nouns.items():
        for pos, parent in synset.targets("@"):
            if pos == "n":
                children[parent].append(offset)
    todo = [o for o, s in nouns.items() if s.file == PERSON and wanted.intersection(s.words)]
    found: set[str] = set()
    while todo:
        offset = todo.pop()
        if offset not in found:
            found.add(offset)
            todo += children[offset]
    return found


def main(folder: str) -> None:
    nouns = read(folder, "noun")
    senses: dict[str, list[str]] = {}
    for line in (Path(folder) / "index.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            part = line.split()
            senses[part[0].replace("_", " ")] = part[-int(part[2]) :]
    adjectives = {word for synset in read(folder, "adj").values() for word in synset.words}
    left_out = below(nouns, NOT)
    kept = below(nouns, ROOTS) - left_out
    relatives = {word for offset in below(nouns, "relative") for word in nouns[offset].words}

    def is_role(word: str, offset: str) -> bool:
        if not _NAME.fullmatch(word) or len(word) < 4 or word in relatives:
            return False
        first = senses[word][0]
        if first in left_out:
            return False
        if _PERSONAL.search(word):
            return offset in senses[word][:2] and nouns[first].file in (ACT, ANIMAL, PERSON)
        return nouns[first].file == PERSON and word not in adjectives

    roles = {
        word
        for offset in kept
        if nouns[offset].file == PERSON and not _RUDE.search(nouns[offset].gloss)
        for word in nouns[offset].words
        if is_role(word, offset)
    }
    path = Path(__file__).resolve().parent.parent / "titles_roles.txt"
    path.write_text("\n".join(sorted(roles)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
