"""Many applications at once: a roster in, sums under one edition or the change under two out.

The engine assesses each application by itself, as for one enterprise; this package reads them, has
them assessed on the cores of the machine, and adds up. Memory does not grow with their number.
Nothing here computes a sum by a rule of its own.
"""
