"""Further editions for tests, made from an existing one by edits; no site ever publishes them."""

import re
import shutil
from pathlib import Path

from clauses.document import PolicyDocument
from clauses.export import compile_edition
from clauses.folder import CLAUSES
from docs.site.builder import build_site
from tests import invented_policy
from wizard.packing.assets import WizardAssets
from wizard.packing.runtime import ROOT

SMALL = Path(__file__).parent / "clauses" / "small"
DRAFT, ISSUED, LATER = "2020-03-16", "2021-06-01", "2023-01-01"
"""The editions that `small_editions` has: a draft, the issued text, a later draft."""

_TOPICS = """roles:
  - key: maker
    name: {zh: 机器企业, en: Machine enterprise}
topics:
  - key: machines
    name: {zh: 买机器, en: Buying machines}
    awards: [AWARDS]
only_for: {}
"""
_STATUS = {
    "in-force": ("已印发施行。", "Issued and in force."),
    "issued": ("已印发。", "Issued."),
    "expired": ("有效期已满。", "The term has ended."),
    "repealed": ("已经废止。", "Repealed."),
}


def small_editions(folder: Path, front: str = ISSUED) -> Path:
    """Write three editions of the small policy and return their root.

    The issued text lowers the ceiling of clause 1 and has no letter. The later draft drops
    clause 2.
    """
    root = Path(shutil.copytree(SMALL, folder / "clauses"))
    _write_topics(root / DRAFT, "01-machine, 02-title, 02-export")
    _copy(root, DRAFT, ISSUED)
    issue(root, ISSUED, "in-force")
    every(root / ISSUED / "01.yml", ("3000万元", "2000万元"), ("RMB 30 million", "RMB 20 million"))
    every(root / ISSUED / "source.txt", ("3000 万元", "2000 万元"))
    _copy(root, DRAFT, LATER)
    _drop_second_clause(root / LATER)
    choose(root, front)
    return root


def real_editions(folder: Path, states: dict[str, str], front: str) -> Path:
    """Copy the policy and its edition to each date of `states`, issued in that state."""
    root = folder / "clauses"
    root.mkdir(parents=True)
    for path in CLAUSES.glob("*.yml"):
        shutil.copy(path, root / path.name)
    shutil.copytree(CLAUSES / DRAFT, root / DRAFT)
    for date, state in states.items():
        _copy(root, DRAFT, date)
        issue(root, date, state)
    choose(root, front)
    return root


def site_of_two(folder: Path) -> Path:
    """Build a site of the draft and, in front, a text in force with a lower ceiling in clause 3.

    Each has its wizard.
    """
    root = real_editions(folder, {ISSUED: "in-force"}, ISSUED)
    every(root / ISSUED / "03.yml", ("3000万元", "2000万元"), ("RMB 30 million", "RMB 20 million"))
    every(
        root / ISSUED / "source.txt",
        ("不超过20%、最高3000万元补助,并按项目开工", "不超过20%、最高2000万元补助,并按项目开工"),
    )
    draft, issued = read(root, DRAFT, ISSUED)
    with WizardAssets(ROOT / ".cache", root) as wizard:
        wizard.policies = [issued, draft]
        return build_site(issued, folder / "site", others=[draft], root=root, wizard=wizard)


def site_of_invented(folder: Path) -> Path:
    """Build the site of the invented policy (`tests.invented_policy`), with its wizard."""
    (invented,) = read(invented_policy.CLAUSES, invented_policy.EDITION)
    with WizardAssets(ROOT / ".cache", invented_policy.CLAUSES) as wizard:
        wizard.policies = [invented]
        return build_site(invented, folder / "site", root=invented_policy.CLAUSES, wizard=wizard)


def read(root: Path, *dates: str) -> list[PolicyDocument]:
    """Return the compiled editions of these dates."""
    return [PolicyDocument.read(compile_edition(root, date)) for date in dates]


def choose(root: Path, front: str) -> None:
    """Put an edition in front."""
    (root / "editions.yml").write_text(f'front: "{front}"\n', "utf-8")


def issue(root: Path, date: str, state: str) -> None:
    """Make the text of an edition an issued one: number, no subtitle, no letter."""
    folder = root / date
    short, english = _STATUS[state]
    policy = (folder / "policy.yml").read_text("utf-8")
    policy = policy.replace("state: draft", f"state: {state}")
    policy = _without(policy, "subtitle", "annex", "letter")
    # nor an oddity of the letter
    policy = re.sub(r"^  - where: \{zh: 函-.*\n((?!  - where:) +.*\n)*", "", policy, flags=re.M)
    policy = re.sub(r"^  final: .*\n", "", policy, flags=re.M)
    for key in ("short", "long"):
        said = f"  {key}: {{zh: {short}, en: {english}}}\n"
        policy = re.sub(rf"^  {key}:.*\n(    .*\n)*", said, policy, flags=re.M)
    added = f'\nfollows: "{DRAFT}"\nnumber: 甬政办发〔2021〕1号\n'
    policy = policy.replace(f'edition: "{date}"\n', f'edition: "{date}"{added}', 1)
    (folder / "policy.yml").write_text(policy, "utf-8")
    source = (folder / "source.txt").read_text("utf-8")
    title = re.search(r"^title:.*?zh: ([^,\n]+)", policy, flags=re.M | re.S)
    assert title is not None
    # the letter stands before the title; the subtitle is in brackets of half width
    source = source[source.index(f"\n{title[1]}\n") :]
    source = re.sub(r"^\([^)]*\)\n", "", source, count=1, flags=re.M)
    (folder / "source.txt").write_text(source.lstrip(), "utf-8")
    normalised = (folder / "normalisations.yml").read_text("utf-8")
    normalised = re.sub(r"\b副题: \d+,? *", "", normalised)
    normalised = re.sub(r"\b函-\d+: \d+,? *", "", normalised)
    normalised = re.sub(r'"函-\d+": \d+,? *', "", normalised)
    normalised = re.sub(r"^left_out:\n( .*\n)*", "left_out: []\n", normalised, flags=re.M)
    (folder / "normalisations.yml").write_text(normalised, "utf-8")
    unclaimed = (folder / "unclaimed.yml").read_text("utf-8")
    entries = re.split(r"^(?=  - )", unclaimed, flags=re.M)
    kept = [entry for entry in entries if not re.search(r"\bplace: 函-", entry)]
    (folder / "unclaimed.yml").write_text("".join(kept), "utf-8")


def every(path: Path, *edits: tuple[str, str]) -> None:
    """Replace words of a file wherever they stand; they must be there."""
    text = path.read_text("utf-8")
    for written, instead in edits:
        assert written in text, f"{written!r} does not stand in {path}"
        text = text.replace(written, instead)
    path.write_text(text, "utf-8")


def _copy(root: Path, old: str, new: str) -> None:
    shutil.copytree(root / old, root / new)
    every(root / new / "policy.yml", (f'edition: "{old}"', f'edition: "{new}"'))


def _without(text: str, *keys: str) -> str:
    for key in keys:
        text = re.sub(rf"^{key}:.*\n(( |- ).*\n|\n)*", "", text, flags=re.M)
    return text


def _write_topics(folder: Path, awards: str) -> None:
    (folder / "topics.yml").write_text(_TOPICS.replace("AWARDS", awards), "utf-8")


def _drop_second_clause(folder: Path) -> None:
    (folder / "02.yml").unlink()
    _write_topics(folder, "01-machine")
    every(folder / "policy.yml", ("clauses: [1, 2]", "clauses: [1]"),
          ("  science: {zh: 市科技局, en: Science Bureau}\n", ""))  # fmt: skip
    readings = (folder / "readings.yml").read_text("utf-8")
    (folder / "readings.yml").write_text(readings[: readings.index("  - id: A02")], "utf-8")
    source = (folder / "source.txt").read_text("utf-8")
    start, end = source.index("2、奖励好机器"), source.index("从高、不重复")
    (folder / "source.txt").write_text(source[:start] + source[end:], "utf-8")
