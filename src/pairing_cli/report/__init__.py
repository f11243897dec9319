"""Results → Word, Excel and Markdown, through templates. Shows what is finished; computes nothing.

    kinds (what there is) → facts (plain data for a template) → word | excel | markdown

A template is data: the packaged one, or the programme's own of the same name.
"""
