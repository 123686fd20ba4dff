"""What a job says about personal data: its record of processing, and what it holds of one person, given or erased."""
