"""A child that does what the first line of its request says: echo what follows, fail, wait, grow or work for ever."""

import sys


def main() -> None:
    """Do it."""
    what, _, size = sys.stdin.buffer.readline().decode().strip().partition(" ")
    if what == "echo":
        sys.stdout.buffer.write(sys.stdin.buffer.read(int(size)))
    elif what == "fail":
        sys.stdout.write("half an answer")
        sys.exit(3)
    elif what == "wait":
        sys.stdin.buffer.read()
    taken = []
    while what in {"grow", "work"}:
        taken += [b"x" * 10_000_000] if what == "grow" else []


if __name__ == "__main__":
    main()
