"""How a command ends, for the shell. Imports nothing."""

#: Done; rows need a fix, or a file or a mass change was refused; a wrong call, an unusable file, or a stopped run.
DONE, NEEDS_A_FIX, UNUSABLE = 0, 1, 2
