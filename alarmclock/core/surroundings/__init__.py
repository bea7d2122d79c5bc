"""What a ring depends on outside the program, as ports, each with a fake that does as it is told.

The real parts are in `desktop`; they and the fakes pass the same tests. None means that something
can't be known here, which is neither good nor bad. No call of a port blocks or raises: what can't
be done changes nothing.
"""
