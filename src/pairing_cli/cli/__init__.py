"""Arguments → calls → exit code. The only room that prints, asks the clock, or exits."""
