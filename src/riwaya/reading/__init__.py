"""One report to one reading, a room a question, in the order in which a report passes through them.

`actors` who is mentioned · `places` where · `times` when · `quantities` how many · `speech` who is made to
say what · `events` what is claimed · `linking` what belongs together. `reader` leads through them, `draft`
is what they hand to one another, `assemble` makes the reading of it.
"""
