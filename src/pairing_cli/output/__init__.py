"""Findings and figures → text for terminals, machines and review pages. Returns strings, only."""
