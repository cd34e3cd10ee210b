"""The version of the engine, as assessments carry it."""

VERSION = "1.0.0"
