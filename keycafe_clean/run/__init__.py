"""One run, from what was asked to its folder: a run of its own, or a month of a job."""
