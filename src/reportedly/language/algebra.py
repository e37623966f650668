"""By which library the parser multiplies matrices, which is most of what parsing is.

spaCy takes blis. The OpenBLAS inside numpy's wheels gives the same numbers but for rounding, in half the time or less (288 × 288 by
2,000 rows: 3 ms for 8), and the whole parser takes .6 of its time. Left alone it spreads each product over all cores, and waits for
them: beside other programs that takes twice as long as blis. So it is used where it can be held to one core.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import numpy as np

SET_THREADS = "scipy_openblas_set_num_threads64_"  # as numpy's wheels name it


def fastest() -> AbstractContextManager[object]:
    """A pipeline that is loaded inside multiplies by numpy's library, where that keeps to one core; elsewhere by spaCy's choice."""
    from thinc.api import use_ops

    return use_ops("numpy", use_blis=False) if keep_to_one_core() else nullcontext()


def keep_to_one_core() -> bool:
    """Hold this process's numpy to one core, unless OPENBLAS_NUM_THREADS says how many. False when its library is another."""
    for file in Path(np.__file__).parent.with_name("numpy.libs").glob("*openblas*"):
        set_threads = getattr(ctypes.CDLL(str(file)), SET_THREADS, None)
        if set_threads is not None:
            if "OPENBLAS_NUM_THREADS" not in os.environ:
                set_threads(1)
            return True
    return False
