"""By which library the parser multiplies matrices, which is most of what parsing is.

spaCy takes blis. The OpenBLAS inside numpy's wheels gives the same numbers but for rounding, in half the time or less (288 × 288 by
2,000 rows: 3 ms for 8), and the whole parser takes .6 of its time. Left alone it spreads each product over all cores, and waits for
them: beside other programs that takes twice as long as blis. So it is used where it can be held to one core, and held so while we parse.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path

import numpy as np
from threadpoolctl import ThreadpoolController


def fastest() -> AbstractContextManager[object]:
    """A pipeline that is loaded inside multiplies by numpy's library, where that can be held to one core; elsewhere by spaCy's choice."""
    from thinc.api import use_ops

    return use_ops("numpy", use_blis=False) if is_held(_numpys()) else nullcontext()


def on_one_core() -> AbstractContextManager[object]:
    """Inside, numpy's products keep to one core; afterwards they have as many as before."""
    limited: AbstractContextManager[object] = _numpys().limit(limits=1)
    return limited


@lru_cache(maxsize=1)
def _numpys() -> ThreadpoolController:
    return ThreadpoolController().select(internal_api="openblas")


def is_held(libraries: ThreadpoolController) -> bool:
    """Whether the library inside numpy's wheels is among them."""
    inside = Path(np.__file__).parent.with_name("numpy.libs").resolve()
    return any(Path(library["filepath"]).resolve().parent == inside for library in libraries.info())
