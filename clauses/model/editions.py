"""The model of `editions.yml`: what concerns all editions together."""

from clauses.model.base import Day, Model


class Editions(Model):
    front: Day
    """The edition in front: the name of its folder."""
