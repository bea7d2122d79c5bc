"""What is looked at before a ring, one thing a module.

A check takes what it looks at and nothing else, and gives its reasons: what speaks against a ring,
or else what is good to know.
"""
