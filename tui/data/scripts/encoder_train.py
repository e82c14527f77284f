"""Trains the sentence encoder, and the network that tells how two claims stand to each other.

    python encoder_train.py MODEL_FOLDER ..

Makes `tui/data/encoder.npz`, in place of the one that `encoder.py` makes, and `tui/data/stance.npz`
from the same MODEL_FOLDER and the comparisons in `bench/matters`, which were written for this
purpose: one matter told twice, with the claims of both accounts that agree, differ or contradict.
One matter in eight is held out, and the script tells at the end how the written files do there.

The encoder learns to bring claims that are linked nearer to each other than to all others of
sixteen matters, by their points (InfoNCE, van den Oord et al. 2018, arXiv:1807.03748) and, within
a matter, by their telling words (MaxSim, Khattab and Zaharia 2020, arXiv:2004.12832). The network
above it (decomposable attention, Parikh et al. 2016, arXiv:1606.01933) learns the relation of those
that are linked; `tui.core.alignment.stance` is its other half. What the encoder learnt is then
averaged with the official weights, so that it forgets less of what the comparisons do not tell
(Wortsman et al. 2022, arXiv:2109.01903), and the matrices become int8, as in `encoder.py`.

Needs numpy and PyTorch 2.1 or later, and 10 GB of memory: on two cores some three quarters of an
hour, on a GPU a few minutes. The seeds are fixed, but no two kinds of machine make the same bytes:
another run makes files that do about as well.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate, chain
from math import ceil
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from encoder import MARKS, official, quantised, write
from torch import Tensor
from torch.nn import functional
from torch.nn.functional import cross_entropy, dropout, layer_norm, linear
from vectors import Array

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "bench"))
import matters
from matters import Matter, passages

from tui.core.alignment import stance
from tui.core.alignment.meaning import PLAIN, _weight
from tui.core.language import encoder as reader
from tui.core.language.encoder import DIMENSIONS, HEADS, LAYERS, Passage
from tui.core.language.wordpiece import vocabulary

SEED = 2
EPOCHS, BATCH = 5, 16
RATE, NETWORK_RATE, DECAY = 1e-4, 5e-4, 0.01
WARM_UP = 0.06
"""The share of all steps in which the rate rises; it falls in the others."""
CLIP = 1.0
DROPOUT, POOLED_DROPOUT = 0.1, 0.2
TEMPERATURE = 0.05
WORDS, RELATION = 0.5, 1.5
"""How much the losses of words and of relations count beside that of points."""
SMOOTHING = 0.05
ATTENTIONS, POOLED = 6, 256
FROZEN = ("pieces", "places")
TRAINED = 0.6
"""The part of what was learnt in each weight; the rest is official."""
AT_ONCE = 128
"""Sequences that are padded to one length: more would be padding for the most part."""
RELATIONS = tuple(matters.RELATIONS.values())
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")

Weights = dict[str, Tensor]

gelu = partial(functional.gelu, approximate="tanh")
unit = partial(functional.normalize, dim=-1)
in_halves = torch.autocast(DEVICE.type, torch.bfloat16)
"""Products of matrices in 16 bits: half the time or less."""


class Claim(NamedTuple):
    """The pieces of all that is read with a claim, and where its own begin and end."""

    pieces: tuple[int, ...]
    start: int
    stop: int


class Read(NamedTuple):
    """Claims as the encoder sees them, as long as the longest: what is missing is 0."""

    states: Tensor
    """(claims, longest, DIMENSIONS)"""
    own: Tensor
    """(claims, longest): whether a claim has so many pieces."""
    telling: Tensor
    """(claims, longest): the weight of each piece; 0 of a plain one."""

    def at(self, k: slice | Tensor) -> Read:
        return Read(*(part[k] for part in self))


@dataclass(frozen=True, slots=True)
class Lesson:
    """A matter to train on."""

    readings: tuple[tuple[list[Claim], list[Claim]], ...]
    """Both accounts read by the sentence, and by two sentences: a program that cuts texts may
    take what people call two sentences for one."""
    truth: Tensor
    """(claims of a, claims of b): the place of their relation in `RELATIONS`, -1 where none is."""


# -- what is trained, and on what ------------------------------------------------------------------


def fresh_network() -> Weights:
    """Random but for `align`, by which words at first attend to those of the same meaning."""
    network = {"align": torch.eye(DIMENSIONS) + 0.01 * torch.randn(DIMENSIONS, DIMENSIONS)}
    for name, outputs, inputs in (
        ("compare", DIMENSIONS, 4 * DIMENSIONS),
        ("deepen", DIMENSIONS, DIMENSIONS),
        ("pool", POOLED, 4 * DIMENSIONS),
        ("decide", len(RELATIONS), POOLED),
    ):
        layer = torch.nn.Linear(inputs, outputs)
        network |= {name: layer.weight.detach(), f"{name}.bias": layer.bias.detach()}
    # As its logarithm it stays positive, and one step changes it by as much anywhere.
    return network | {"scale": torch.full((ATTENTIONS,), 2.0)}


def lesson(matter: Matter, place: int) -> Lesson:
    """`place`: in its file. By it sentences are paired from the first or from the second on."""
    truth = torch.full((len(matter.a), len(matter.b)), -1)
    for link in matter.links:
        truth[link.a, link.b] = RELATIONS.index(link.relation)
    single = claims(passages(matter.a)), claims(passages(matter.b))
    paired = (
        claims(passages(matter.a, together=2, alone=place % 2)),
        claims(passages(matter.b, together=2, alone=place // 2 % 2)),
    )
    return Lesson((single, paired), truth)


def claims(found: Sequence[Passage]) -> list[Claim]:
    return [Claim(*reader._pieces(passage)) for passage in found]


# -- the networks ----------------------------------------------------------------------------------


@in_halves
def states(weights: Weights, pieces: Tensor, own: Tensor) -> Tensor:
    """(sequences, longest, DIMENSIONS): as `tui.core.language.encoder`, but with dropout."""

    def norm(x: Tensor, name: str) -> Tensor:
        return layer_norm(x, (DIMENSIONS,), weights[name], weights[f"{name}.bias"], 1e-12)

    x = norm(weights["pieces"][pieces] + weights["places"][: pieces.shape[1]], "norm")
    x = dropout(x, DROPOUT)
    around = own[:, None, None]
    for layer in range(LAYERS):
        query, key, value = (
            affine(weights, x, f"{layer}.{part}").unflatten(2, (HEADS, -1)).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        met = functional.scaled_dot_product_attention(query, key, value, around, DROPOUT)
        mixed = affine(weights, met.transpose(1, 2).flatten(2), f"{layer}.mixed")
        x = norm(x + dropout(mixed, DROPOUT), f"{layer}.mixed.norm")
        outer = affine(weights, gelu(affine(weights, x, f"{layer}.inner")), f"{layer}.outer")
        x = norm(x + dropout(outer, DROPOUT), f"{layer}.outer.norm")
    return x.float()


def read(weights: Weights, found: Sequence[Claim]) -> Read:
    """Each sequence is read once, however many claims stand in it."""
    whole = sorted({claim.pieces for claim in found}, key=lambda pieces: (len(pieces), pieces))
    parts = []
    for start in range(0, len(whole), AT_ONCE):
        pieces, own = padded(whole[start : start + AT_ONCE])
        parts.append(states(weights, pieces, own)[own])
    begin = dict(zip(whole, accumulate(map(len, whole), initial=0), strict=False))
    claimed = [range(begin[x.pieces] + x.start, begin[x.pieces] + x.stop) for x in found]
    places, own = padded(claimed)
    pieces, _ = padded([x.pieces[x.start : x.stop] for x in found])
    return Read(torch.cat(parts)[places] * own[..., None], own, telling()[pieces] * own)


def padded(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """(rows, longest): the rows with zeros behind them, and which are none of these zeros."""
    lengths = torch.tensor([len(row) for row in rows])
    own = torch.arange(int(lengths.max())) < lengths[:, None]
    found = torch.zeros(own.shape, dtype=torch.long)
    found[own] = torch.tensor(list(chain.from_iterable(rows)))
    return found.to(DEVICE), own.to(DEVICE)


@cache
def telling() -> Tensor:
    """How much each piece tells, as `tui.core.alignment.meaning` has it."""
    weights = torch.tensor([_weight(k) for k in range(len(vocabulary()) + len(MARKS))])
    return (weights * (weights >= PLAIN)).to(DEVICE)


@in_halves
def relations(network: Weights, a: Read, b: Read) -> Tensor:
    """(pairs, RELATIONS): as `tui.core.alignment.stance`, but with dropout."""
    one, other = (
        unit(linear(x.states, network["align"]).unflatten(2, (ATTENTIONS, -1)).transpose(1, 2))
        for x in (a, b)
    )
    logits = one @ other.transpose(2, 3) * network["scale"].exp()[:, None, None]
    left, right = pooled(network, logits, a, b), pooled(network, logits.transpose(2, 3), b, a)
    z = dropout(torch.cat([left + right, (left - right).abs()], 1), POOLED_DROPOUT)
    z = dropout(gelu(affine(network, z, "pool")), POOLED_DROPOUT)
    return affine(network, z, "decide").float()


def pooled(network: Weights, logits: Tensor, a: Read, b: Read) -> Tensor:
    """What comes of holding each word of `a` against those of `b` that it attends to."""
    x, y = (unit(side.states) * stance.LENGTH for side in (a, b))
    attention = logits.masked_fill(~b.own[:, None, None], -torch.inf).softmax(3)
    met = attention @ y.unflatten(2, (ATTENTIONS, -1)).transpose(1, 2)
    y = met.transpose(1, 2).flatten(2)
    z = dropout(torch.cat([x, y, (x - y).abs(), x * y], 2), DROPOUT)
    z = gelu(affine(network, z, "compare"))
    z = z + gelu(affine(network, z, "deepen"))
    own = a.own[..., None]
    return torch.cat([(z * own).sum(1) / own.sum(1), z.masked_fill(~own, -torch.inf).amax(1)], 1)


def affine(weights: Weights, x: Tensor, name: str) -> Tensor:
    return linear(x, weights[name], weights[f"{name}.bias"])


# -- the losses ------------------------------------------------------------------------------------


def loss(weights: Weights, network: Weights, batch: Sequence[tuple[Lesson, int]]) -> Tensor:
    """Of lessons, each with the number of the reading that is used."""
    sides = [[x.readings[k][side] for x, k in batch] for side in (0, 1)]
    found = read(weights, list(chain(*sides[0], *sides[1])))
    size = sum(map(len, sides[0]))
    a, b = found.at(slice(size)), found.at(slice(size, None))
    truth = torch.full((len(a.own), len(b.own)), -1, device=DEVICE)
    words = torch.full(truth.shape, -torch.inf, device=DEVICE)
    row = column = 0
    for x, _ in batch:
        rows, columns = (slice(k, k + n) for k, n in zip((row, column), x.truth.shape, strict=True))
        truth[rows, columns] = x.truth.to(DEVICE)
        words[rows, columns] = coverage(a.at(rows), b.at(columns))
        row, column = rows.stop, columns.stop
    linked = truth >= 0
    points = unit(a.states.sum(1)) @ unit(b.states.sum(1)).T
    i, j = linked.nonzero(as_tuple=True)
    relation = relations(network, a.at(i), b.at(j))
    return (
        info_nce(points / TEMPERATURE, linked)
        + WORDS * info_nce(words / TEMPERATURE, linked)
        + RELATION * cross_entropy(relation, truth[i, j], label_smoothing=SMOOTHING)
    )


def coverage(a: Read, b: Read) -> Tensor:
    """(claims of a, claims of b): how far the telling words of both are met by each other's."""
    cosines = torch.einsum("atd,bsd->abts", unit(a.states), unit(b.states))
    plain_a, plain_b = (side.telling == 0 for side in (a, b))
    met_a = cosines.masked_fill(plain_b[None, :, None], -1).amax(3) * a.telling[:, None]
    met_b = cosines.masked_fill(plain_a[:, None, :, None], -1).amax(2) * b.telling
    # A claim of plain words alone has nothing that could be met.
    total_a, total_b = (side.telling.sum(1).clamp(min=1e-3) for side in (a, b))
    return (met_a.sum(2) / total_a[:, None] + met_b.sum(2) / total_b) / 2


def info_nce(logits: Tensor, linked: Tensor) -> Tensor:
    """How little of the softmax of a row, and of a column, falls to its links, if it has any."""

    def one_way(values: Tensor, right: Tensor) -> Tensor:
        some = right.any(1)
        values, right = values[some], right[some]
        of_links = values.masked_fill(~right, -torch.inf)
        return (values.logsumexp(1) - of_links.logsumexp(1)).mean()

    return (one_way(logits, linked) + one_way(logits.T, linked.T)) / 2


# -- training --------------------------------------------------------------------------------------


def train(start: dict[str, Array], lessons: Sequence[Lesson]) -> tuple[Weights, Weights]:
    """The weights of the encoder that were learnt, and those of the network."""
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    encoder = {name: torch.tensor(array, device=DEVICE) for name, array in start.items()}
    network = {name: tensor.to(DEVICE) for name, tensor in fresh_network().items()}
    # Not all pieces stand in the comparisons: those that do would leave others of like meaning
    # behind if they moved. As they stay, they are taken in whole numbers, as the program has them.
    pieces = quantised("pieces", start["pieces"])
    rows = pieces["pieces"] * pieces["pieces.scales"][:, None]
    encoder["pieces"] = torch.tensor(rows, device=DEVICE)
    learnt = {name: tensor for name, tensor in encoder.items() if name not in FROZEN}
    groups = [
        {"params": [tensor.requires_grad_() for tensor in part.values()], "lr": rate}
        for part, rate in ((learnt, RATE), (network, NETWORK_RATE))
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = EPOCHS * ceil(len(lessons) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min(1, (k + 1) / (WARM_UP * steps + 1)) * (1 - k / max(1, steps))
    )
    order = list(lessons)
    for epoch in range(EPOCHS):
        draw.shuffle(order)
        total = 0.0
        for k in range(0, len(order), BATCH):
            batch = [(x, draw.randrange(len(x.readings))) for x in order[k : k + BATCH]]
            value = loss(encoder, network, batch)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_([*learnt.values(), *network.values()], CLIP)
            optimiser.step()
            schedule.step()
            total += value.item() * len(batch) / len(order)
        print(f"epoch {epoch + 1}: loss {total:.3f}", flush=True)
    return learnt, network


def report(held: Sequence[Matter]) -> None:
    """How the files do, as the program reads them, on matters that were not trained on."""
    near = asked = 0
    confusion: Counter[tuple[str, str]] = Counter()
    for matter in held:
        a, b = (reader.encode(passages(account)) for account in (matter.a, matter.b))
        points = np.stack([x.point for x in a]) @ np.stack([x.point for x in b]).T
        linked = np.zeros(points.shape, np.bool_)
        for link in matter.links:
            linked[link.a, link.b] = True
        for values, right in ((points, linked), (points.T, linked.T)):
            near += int(right[np.arange(len(right)), values.argmax(1)].sum())
            asked += int(right.any(1).sum())
        told = stance.stances([(a[link.a], b[link.b]) for link in matter.links])
        for link, odds in zip(matter.links, told, strict=True):
            confusion[link.relation, RELATIONS[int(np.argmax((0, *odds)))]] += 1
    share = near / asked
    print(f"held out: {len(held)} matters; of {asked} claims, linked to the nearest: {share:.3f}")
    print(f"{'is / told':12}" + "".join(f"{x:>12}" for x in RELATIONS))
    for relation in RELATIONS:
        print(f"{relation:12}" + "".join(f"{confusion[relation, x]:12}" for x in RELATIONS))


def main(folder: Path, output: Path) -> None:
    lessons: list[Lesson] = []
    held: list[Matter] = []
    for path in sorted(matters.FILES.glob("*.txt")):
        found = matters.read(path)
        held += (matter for k, matter in enumerate(found) if matters.is_held_out(k))
        lessons += (lesson(x, k) for k, x in enumerate(found) if not matters.is_held_out(k))
    start = official(folder, list(vocabulary()))
    learnt, network = (
        {name: tensor.detach().cpu().numpy() for name, tensor in part.items()}
        for part in train(start, lessons)
    )
    mixed = {name: TRAINED * array + (1 - TRAINED) * start[name] for name, array in learnt.items()}
    network["sharpness"] = np.exp(network.pop("scale"))
    reader.FILE, stance.FILE = output / "encoder.npz", output / "stance.npz"
    write(reader.FILE, start | mixed)
    write(stance.FILE, network)
    report(held)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
