"""`python -m keycafe_clean`: the command line, where its own command is not on the path."""

from keycafe_clean.cli import main

if __name__ == "__main__":
    main()
