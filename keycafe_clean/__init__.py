"""Turn a messy HR export into this month's Keycafe import file."""
