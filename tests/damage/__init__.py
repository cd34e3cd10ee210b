"""Damages the files of the policy in many ways, to see that each is read or told, never worse."""
