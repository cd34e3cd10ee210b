"""The policy as files for other programs: JSON with its schema, and the awards as a table."""

from docs.site.opendata.award_table import COLUMNS, award_table
from docs.site.opendata.policy_json import policy_json
from docs.site.opendata.write import write_open_data

__all__ = ["COLUMNS", "award_table", "policy_json", "write_open_data"]
