"""What belongs to the wizard of one edition: its policy, its parts, its examples, its pages."""

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clauses.build_cache import short_hash
from wizard.page.place import FOLDERS, PagePlace

if TYPE_CHECKING:
    from clauses.document import PolicyDocument
    from wizard.page.profiles import ShownProfile

Named = tuple[str, bytes]
"""The name of a file below `assets/wizard/`, and its content."""


class EditionWizard:
    """The wizard of one edition in both languages."""

    def __init__(self, policy: "PolicyDocument", root: Path, *, in_front: bool) -> None:
        self._policy = policy
        self._root = root
        edition = "" if in_front else policy.edition.edition
        self.places = {language: PagePlace(language, edition) for language in FOLDERS}
        self._examples: dict[str, Sequence[ShownProfile]] = {}

    @property
    def edition(self) -> str:
        """The date that names the edition."""
        return self._policy.edition.edition

    @property
    def document(self) -> Mapping[str, Any]:
        """The part of the policy document that the wizard runs on."""
        return self._policy.wizard

    @cached_property
    def policy(self) -> Named:
        """The document as the browser gets it."""
        from clauses.wizard_part import policy_bytes  # late: packing begins before the models

        content = policy_bytes(dict(self.document))
        return f"policy-{short_hash(content)}.json", content

    @cached_property
    def parts(self) -> dict[str, Named]:
        """What the script puts into the page of each language."""
        from wizard.page import form  # late, like above

        made = {}
        for language, place in self.places.items():
            html = form.parts(self.document, self._policy.topics, place)
            content = json.dumps(html, ensure_ascii=False).encode()
            made[language] = (f"parts-{language}-{short_hash(content)}.json", content)
        return made

    def examples(self, language: str) -> Sequence["ShownProfile"]:
        """Return the computed examples; raises `PolicyFilesError` and `ExampleError`."""
        from clauses.examples import read_examples
        from wizard.page.profiles import show

        if language not in self._examples:
            up = f"../{self.places[language].home}"  # their pages are below the wizard's
            profiles = read_examples(self._policy, self._root)
            self._examples[language] = show(self.document, profiles, language, up)
        return self._examples[language]

    def name(self, language: str) -> str:
        """Return the name that tells the edition from others."""
        from wizard.page import form  # late, like above

        return form.edition_name(self.document, language)

    def page(
        self, language: str, files: Mapping[str, str], others: Sequence["EditionWizard"]
    ) -> str:
        """Return the body of the page, which links to the wizards of the other editions."""
        from wizard.page import form  # late, like above

        place = self.places[language]
        links = [
            form.OtherEdition(
                one.name(language),
                place.home + one.places[language].below,
                one.policy[0],
                one.edition,
            )
            for one in others
        ]
        own = {**files, "policy": self.policy[0], "parts": self.parts[language][0]}
        topics, examples = self._policy.topics, self.examples(language)
        return form.render(self.document, topics, place, own, examples, links)
