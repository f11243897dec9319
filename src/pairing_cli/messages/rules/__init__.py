"""What the rules say, by what they are about; `names`, `times` and so on as in the rules' own modules."""
