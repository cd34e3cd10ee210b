"""Damages the policy files in many ways and checks that each is read or reported."""
