"""Who is in Keycafe already: lists as files and sheets, as tables, or pasted in whatever form."""
