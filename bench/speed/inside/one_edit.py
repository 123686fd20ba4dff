"""One edit of an address after the other, in the engine, to be looked at from outside.

    python -m bench.speed.inside.one_edit EXPORT EDITS

Prints nothing.
"""

import sys
from functools import partial
from pathlib import Path

from bench.costs import of_call
from bench.speed.inside.edits import engine

if __name__ == "__main__":
    edit = engine(Path(sys.argv[1]))["an edit of an address"]
    for number in range(int(sys.argv[2])):
        of_call(partial(edit, number))
