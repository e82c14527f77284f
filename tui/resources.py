"""Where the files lie that come with the program."""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def resource(name: str) -> str:
    """The path of `seeds` or `config.yaml`: inside an installed package, beside it in a checkout.

    Raises `FileNotFoundError` where the installation lacks it.
    """
    for folder in (_PACKAGE, os.path.dirname(_PACKAGE)):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return path
    raise FileNotFoundError(f"{name} is missing from this installation; install hexapla again")
