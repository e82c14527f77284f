"""Who says what in one sentence: frames of source, cue and content.

Patterns over tags rather than a parser; the constructions follow Pareti's attribution relations
(PARC): verbs before, after and inside their content, nouns and adjectives with a `that` clause,
"according to", colons, requests and promises with an infinitive, verbs that share their subject,
and verbs of judgement, wish and speech whose content is a noun phrase.
"""

from __future__ import annotations

from tui.core.claims import cues, stance_cues
from tui.core.claims.clauses import DASHES
from tui.core.claims.contents import follows_speech
from tui.core.claims.frames import Frame
from tui.core.claims.nouns import (
    according_frame,
    adjective_frame,
    as_frame,
    attention_frame,
    colon_frame,
    dash_frame,
    document_frame,
    label_frame,
    noun_frame,
)
from tui.core.claims.phrases import BE, NOUN
from tui.core.claims.stances import adjective_stance, verb_stance
from tui.core.claims.verbs import is_closing_verb, verb_frame
from tui.core.language.tagged import TaggedSentence

__all__ = ["Frame", "find_frames"]


def find_frames(s: TaggedSentence) -> tuple[Frame, ...]:
    """The attributions of a sentence, in the order of their cues."""
    frames: list[Frame] = []
    label = label_frame(s) or document_frame(s)
    if label is not None:
        frames.append(label)
    for i in range(len(s)):
        if any(f.cue[0] <= i < f.cue[1] for f in frames[-1:]):
            continue
        frame = _frame_at(s, i, frames)
        if frame is not None:
            frames.append(frame)
    return tuple(frames)


def _frame_at(s: TaggedSentence, i: int, frames: list[Frame]) -> Frame | None:
    tag, word = s.tags[i], s.lower[i]
    after = s.lower[i + 1] if i + 1 < len(s) else ""
    if word == "according" and after == "to":
        return according_frame(s, i)
    if word == "as":
        return as_frame(s, i)
    if word == "attention":
        return attention_frame(s, i)
    if tag.startswith("VB"):
        lemma = s.lemma(i)
        known = lemma in cues.EVERY_VERB or follows_speech(s, i)
        frame = verb_frame(s, i, frames) if known else None
        if frame is None and lemma in stance_cues.EVERY_VERB:
            frame = verb_stance(s, i, frames)
        if frame is not None or tag not in ("VBN", "VBG"):
            return frame
    if is_closing_verb(s, i) or (word == "say" and tag == "NN" and s.tags[i - 1] in NOUN | {"CD"}):
        return verb_frame(s, i, frames)
    if word in DASHES:
        return dash_frame(s, i)
    if word == ":" and not any(f.content[0][0] == i + 1 for f in frames):
        return colon_frame(s, i)
    is_that = after in BE and s.lower[i + 2 : i + 3] == ("that",)
    if tag in NOUN and (after == "that" or is_that):
        return noun_frame(s, i)
    if word in stance_cues.ADJECTIVES:
        return adjective_frame(s, i) or adjective_stance(s, i)
    return None
