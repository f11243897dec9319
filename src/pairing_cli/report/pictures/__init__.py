"""Facts that are looked at rather than read: bars, shades, marks on a line, trees to unfold.

Every figure that is drawn also stands there in words; these modules scale figures and word them, and
make none.
"""
