"""What a figure does in its sentence: rate, ceiling, threshold, stage, limit, target, term."""

import re

from clauses.revision.bounds import series, strength
from clauses.revision.figures import PlacedFigure

GIVING = ("给予", "予以", "补助", "奖励", "补贴", "奖补", "资助", "配套", "享受")
"""Words of a sentence that gives something."""
MONEY_NAMES = frozenset({"补助", "奖励", "补贴", "奖补", "资助"})
"""Names of what is given, of which one stands for another."""
BASE = re.compile("按(?:照|其)?([^，。；]*?)的?(?:[0-9]|给予|予以|不超过)")
"""What a sum is computed on: 按照 实际投入（设备投入） 给予, 按其 服务收入 的30%."""
_OF_MONEY = re.compile(
    "(?:贴息|贷款|借款|补助|补贴|奖励|担保|保险|租赁|免租|减免)[^，。；]{0,4}期限"
)
"""How long something is given for: 贷款贴息期限, which is no term of the text."""
_PAYING = "(?:拨付|兑现|兑付|发放|支付)"
_GIVING = re.compile("按每[个家项台套人]|给予|予以|奖励|按.{0,30}(?:补助|奖励|补贴|%|[成半])")


def role(text: str, figure: PlacedFigure) -> str:
    """Return the kind of change that a change of this figure is."""
    start, end = series(text, figure)  # each figure of a row does the same
    before, after = text[:start], text[end:]
    near = before[-16:]
    match figure.measure:
        case "date" if figure.unit == "年度" and not re.search("[到至]$", near):
            return "base" if re.search("[较比以]$", near) or "基数" in after[:8] else "condition"
        case "date":
            return _role_of_a_day(near, after)
        case "years" | "months":
            if re.match("以?内", after) and not gives(text):  # 施行后三个月内制定
                return "deadline"
            if (
                re.search("有效期|试行|期限", near)
                and not gives(text)
                and not _OF_MONEY.search(near)
            ):
                return "validity"
            if near.endswith("分"):
                return "stage"
            lasting = re.match("以上|内[^每，]{0,2}[不无未]", after)  # 运营满两年, 近三年无处罚
            return "condition" if lasting or re.search("[满近]$", near) else "frequency"
        case "days":
            if re.match("后(?:起)?(?:施行|实施|试行|执行)", after):
                return "validity"
            return (
                "condition"
                if re.match("（?含?）?以上", after) or near.endswith("满")
                else "deadline"
            )
        case "count":
            if re.search("(?:不超过|最多|至多|限)[^，。；0-9]{0,4}$", near) or "每" in near:
                return "count-limit"
            if near.endswith("分"):  # 分两期拨付
                return "stage"
            staged = after.startswith("阶段") or figure.words.endswith("阶段")
            return "stage" if staged else "condition" if gives(text) else "target"
        case "share" | "points":
            return _role_of_a_share(before, after, figure)
        case "money":
            return _role_of_money(text, before, after, figure)
        case "ratio":
            return "rate" if gives(text) else "condition"
        case "multiple":
            return "rate" if "给予" in before else "target" if not gives(text) else "threshold"
        case _:
            return "condition"


def gives(text: str) -> bool:
    """Tell whether a sentence gives something."""
    return any(word in text for word in (*GIVING, "最高"))


def _role_of_a_day(near: str, after: str) -> str:
    if re.search("反馈|申报|截止|报送|提交", near + after[:8]):
        return "deadline"
    around = near + after[:10]
    if re.match("[底末]?(?:以|之)?前", after) and not re.search("有效|止", around):
        return "deadline"  # 2022年6月底前实施
    if re.search("有效|施行|实施|试行|起|止", around):
        return "validity"
    # 对2020年1月1日以后评定的
    return "condition" if re.match("以后|之后|后|以来", after) else "deadline"


def _role_of_a_share(before: str, after: str, figure: PlacedFigure) -> str:
    if figure.words == "减半":
        return "rate"
    near, segment = before[-16:], re.split("[，。；]", before)[-1]
    if re.search(f"{_PAYING}(?:其余|剩余)?的?$|(?:补助|奖励|资助)总额|总额的?$", near) or (
        "阶段" in before and "总额" in before and re.search(f"给予|{_PAYING}", segment)
    ):
        return "stage"
    if re.search("(?<!不)(?:超过|达到|高于)$", before) and "给予" in after:
        return "threshold"
    if re.match(f"[^，。；]{{0,12}}{_PAYING}", after):  # 其中70%在项目开工时拨付
        return "stage"
    if re.match("的(?:补助|奖励|补贴|奖补|资助)", after):
        return "rate"
    if re.search("按照?$", before) or re.search("承担|分担|负担", segment[-8:]):
        return "rate"  # 其中小微企业按50%给予补助, 市级财政承担60%
    if "其中" in segment or re.search("占比|比重|比例|增速|增长", segment[-16:]):
        return (
            "threshold"
            if re.search("对|其中|且|的(?:企业|项目)", segment + after[:12])
            else "target"
        )
    if re.search("累计", near):
        return "cumulative-limit"
    if re.search("给予|予以", before) or re.search("按(?:照)?[^，。；]{0,24}$|标准的$", before):
        return "rate"
    if re.match("(?:以内|以下)?的?(?:补助|奖励|补贴|给予|予以)", after):
        return "rate"
    return "threshold" if re.search("对|且|首次", segment) and gives(after) else "target"


def _role_of_money(text: str, before: str, after: str, figure: PlacedFigure) -> str:
    near, segment = before[-16:], re.split("[，。；]", before)[-1]
    if re.search("累计|合计|总计|(?:奖补|奖励|补助|资金)总额", near):
        return "cumulative-limit"
    if re.search("安排|设立|规模[^，。；]{0,4}$", near) or after.startswith(("专项资金", "基金")):
        return "target"
    bound = strength(text, figure)
    if "最高" in bound.words or bound.words == "封顶":
        return "ceiling"
    paid_next = "(?:/[^，。；给奖补]{1,6})?(?:的标准)?(?:给予|予以|奖励|补助)"
    if re.search("按照?$", before) and re.match(paid_next, after):
        return "amount"
    giving = _GIVING.search(before)
    if re.search("(?:不足|低于|未达到?)$", before) and re.match("[^，。；]{0,4}的", after):
        return "threshold"  # 不足20万元的不予补助
    if re.match("(?:（含）)?以[上下内]|（含）", after) and not re.search("给予[^，]*$", before):
        return "threshold" if gives(text) or "对" in segment else "target"
    if not giving or (
        re.search("(?:达到|(?<!不)超过|满|投资|收入|(?<!不)低于)$", before)
        and "给予" not in segment
    ):
        return "threshold" if gives(after) or giving else "target"
    return {"ceiling": "ceiling", "floor": "strength"}.get(bound.meaning, "amount")
