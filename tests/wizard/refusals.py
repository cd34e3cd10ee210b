"""Files that are not applications, one of each kind, for the form and for the page."""

REFUSED_FILES = {
    "empty": "",
    "cut off": "[",
    "a list": "[]",
    "an object without claims": "{}",
    "claims that are no list": '{"claims": {}}',
    "a claim without an award": '{"claims": [{"id": "a"}]}',
    "an award that is not there": '{"claims": [{"id": "a", "award": "99-none", "subject": "b"}]}',
    "a key twice": '{"claims": [], "claims": []}',
    "another edition": '{"edition": "1999", "claims": []}',
    "nested without end": "[" * 100_000,
    "an unfinished payment": '{"claims": [], "paid": [{"award": "03-industrial-investment"}]}',
    "more than a form holds": '{"claims": [' + '{"id": "a"},' * 1000 + "{}]}",
    "a number that JSON does not know": '{"claims": NaN}',
}
