"""Checks instalments: 按项目开工、竣工投产两个阶段分别给予30%、70% pays 30% at 开工."""

from decimal import Decimal

from clauses.model import Stage
from clauses.notation import Found
from clauses.proof.said_of_sum import Said

_NUMERALS = "一二三四五六七八九十"


def check_stages(said: Said) -> None:
    """Add a fault for stages that the text does not name, or with another order or share."""
    stages, ties = said.award.stages, said.ties
    shares: list[Found] = []
    names: list[int] = []
    for index, stage in enumerate(stages):
        place = said.text.find(stage.name.zh, ties.start, ties.end)
        ordinal = "第" + _NUMERALS[index : index + 1]
        if place < 0 and stage.name.zh.startswith(ordinal):
            place = ties.start + index  # 第一年 is not in the text, which only says 分两年
        if place < 0:
            at = ("stages", index, "name", "zh")
            said.fault(at, "stage-not-named", name=stage.name.zh, ordinal=ordinal)
            return
        names.append(place)
        if (share := ties.at("stages", index, "share")) is not None:
            shares.append(share)
    by_name = [stage for _, stage in sorted(zip(names, stages, strict=True), key=_place)]
    by_share = sorted(shares, key=lambda share: share.start)
    if by_name != stages or by_share != shares:
        given = [share.figure.words for share in by_share] or [""] * len(by_name)
        said.wrong_order(
            ("stages",),
            [f"{stage.name.zh} {stage.share or ''}".strip() for stage in stages],
            [f"{s.name.zh} {g}".strip() for s, g in zip(by_name, given, strict=False)],
        )
    total = sum((share.figure.value for share in shares), Decimal(0))
    if shares and len(shares) == len(stages) and total != 1:
        percent = f"{(100 * total).normalize():f}%"
        said.fault(("stages",), "stages-not-whole", total=percent)


def _place(named: tuple[int, Stage]) -> int:
    return named[0]
