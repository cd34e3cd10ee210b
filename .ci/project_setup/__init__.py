"""The parts of the set-up: only the standard library, and readable by Python 3.8."""
