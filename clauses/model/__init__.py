"""The shape of a clause file, an edition file, the readings and the glossary.

The models validate what staff write and generate the JSON Schema for their editor. The order of
the fields is the order of the keys in the files.
"""

from clauses.model.award import Award, Condition, Fact, Limit, Payee, Review, Stage, Subject
from clauses.model.base import Bilingual, Model
from clauses.model.clause import Clause, Line, Obligation, Paragraph, Support, Target
from clauses.model.edition import Chapter, Department, Edition
from clauses.model.editions import Editions
from clauses.model.ledger import Deviation, Deviations, Glossary, Reading, Readings, Term

__all__ = [
    "Award",
    "Bilingual",
    "Chapter",
    "Clause",
    "Condition",
    "Department",
    "Deviation",
    "Deviations",
    "Edition",
    "Editions",
    "Fact",
    "Glossary",
    "Limit",
    "Line",
    "Model",
    "Obligation",
    "Paragraph",
    "Payee",
    "Reading",
    "Readings",
    "Review",
    "Stage",
    "Subject",
    "Support",
    "Target",
    "Term",
]
