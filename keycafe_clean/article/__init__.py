"""What Keycafe's help page says: the contract, its rules, and rows held against them."""
