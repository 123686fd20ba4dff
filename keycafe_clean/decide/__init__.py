"""What was decided, and about whom: the set-up of a job, decisions about people, who is already in Keycafe."""
