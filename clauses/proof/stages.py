"""Checks instalments: 按项目开工、竣工投产两个阶段分别给予30%、70% pays 30% at 开工."""

from decimal import Decimal

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model import Award, Stage
from clauses.notation import Found
from clauses.proof.rule import Ties

_NUMERALS = "一二三四五六七八九十"


def check_stages(file: YamlFile, path: KeyPath, award: Award, ties: Ties, paragraph: str) -> None:
    """Add a fault for stages that the text does not name, or with another order or share."""
    shares: list[Found] = []
    names: list[int] = []
    for index, stage in enumerate(award.stages):
        place = paragraph.find(stage.name.zh, ties.start, ties.end)
        ordinal = "第" + _NUMERALS[index : index + 1]
        if place < 0 and stage.name.zh.startswith(ordinal):
            place = ties.start + index  # 第一年 is not in the text, which only says 分两年
        if place < 0:
            file.fault(
                (*path, "stages", index, "name", "zh"),
                "stage-not-named",
                name=stage.name.zh,
                ordinal=ordinal,
            )
            return
        names.append(place)
        if (share := ties.at("stages", index, "share")) is not None:
            shares.append(share)
    by_name = [stage for _, stage in sorted(zip(names, award.stages, strict=True), key=_place)]
    by_share = sorted(shares, key=lambda share: share.start)
    if by_name != award.stages or by_share != shares:
        given = [share.figure.words for share in by_share] or [""] * len(by_name)
        wrong_order(
            file,
            (*path, "stages"),
            [f"{stage.name.zh} {stage.share or ''}".strip() for stage in award.stages],
            [f"{s.name.zh} {g}".strip() for s, g in zip(by_name, given, strict=False)],
        )
    total = sum((share.figure.value for share in shares), Decimal(0))
    if shares and len(shares) == len(award.stages) and total != 1:
        percent = f"{(100 * total).normalize():f}%"
        file.fault((*path, "stages"), "stages-not-whole", total=percent)


def _place(named: tuple[int, Stage]) -> int:
    return named[0]


def wrong_order(file: YamlFile, path: KeyPath, found: list[str], allowed: list[str]) -> None:
    """Add a fault with the wrong order and that of the text."""
    file.fault(path, "order-of-text", order=found, text=allowed)
