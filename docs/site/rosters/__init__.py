"""What a run over many applications came to: tables, files and a page, in both languages."""
