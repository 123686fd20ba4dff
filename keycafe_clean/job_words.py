"""What is said of a job before anything of it is loaded: the name of its folder, and what Keycafe may have said."""

#: The folder of a job that nobody has named.
UNNAMED = "keycafe-job"

#: The ways to answer "What did Keycafe say?".
ALL_ADDED, FAILED, REFUSED, NOT_UPLOADED = "all_added", "failed", "refused", "not_uploaded"
ANSWERS = {
    ALL_ADDED: "Everybody was added.",
    FAILED: "Some people failed.",
    REFUSED: "Keycafe refused the file.",
    NOT_UPLOADED: "The file was not uploaded.",
}
