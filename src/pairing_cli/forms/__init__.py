"""Excel forms."""
