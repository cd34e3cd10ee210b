"""Whole texts for the tests of revisions: made from the small edition’s kind of text."""

import re
from collections.abc import Callable, Sequence

TITLE = "某市推进制造业高质量发展的实施意见"
PREAMBLE = (
    "为贯彻落实上级文件精神，坚持政府引导、市场主体，突出重点、提质增效，"
    "加快推进全市制造业高质量发展，特提出如下意见。"
)
CLOSING = (
    "本政策中所涉及同一项目（产品、平台），按照“从高、不重复”的原则享受政策。",
    "本政策有效期3年，自2020年起实施，具体由市经信局、市财政局负责解释。",
)
CLAUSES = (
    "支持企业加大产业投资。每年度择优选择一批产业投资项目，市级财政按照实际投入（设备、技术及软件投入）"
    "给予不超过20%、最高3000万元补助，并按项目开工、竣工投产两个阶段分别给予补助总额30%、70%补助。"
    "（责任部门：市经信局）",
    "加快前沿技术产业化。对列入市级试点的应用场景建设项目，市级财政按照实际投入给予不超过30%、"
    "最高1000万元补助。（责任部门：市经信局、市发改委）",
    "支持企业做大做强。对首次入选“世界500强”的企业，市级财政给予最高3000万元奖励。"
    "对本市工业销售收入首次超过50亿元、100亿元的企业，市级财政分别给予企业核心团队最高50万元、"
    "100万元分档奖励。（责任部门：市经信局）",
    "支持企业创建品牌。对获得中国驰名商标行政认定的，市级财政给予最高50万元奖励。"
    "（责任部门：市市场监管局）",
    "支持中小企业公共服务平台建设。对国家级平台建设项目，市级财政按照投资额给予不超过25%、"
    "最高100万元补助。（责任部门：市经信局）",
    "培育产业集群促进机构。支持行业协会、研究机构组建产业集群促进机构。对市级产业集群促进机构，"
    "市级财政根据年度绩效评价结果给予最高50万元分档奖励。（责任部门：市经信局）",
    "加强金融对制造业的融资支持。通过建立制造业贷款补偿机制，推动制造业贷款余额年均增长10%以上。"
    "（责任部门：市金融办）（补充核心政策条款）",
    "完善要素差别化配置机制。强化“亩均论英雄”绩效评价结果应用，对考核结果为A、B档的企业，"
    "在用地、用能、排污等方面予以倾斜。（责任单位：市自然资源局）",
)  # fmt: skip
SECOND = (
    "推进加氢站等新能源汽车的基础设施建设，对建成投用的加氢站给予最高80万元补助。"
    "（责任部门：市能源局）"
)
"""The second paragraph of clause 2."""


def paragraphs(clauses: Sequence[str | tuple[str, ...]] = ()) -> list[str]:
    """Return the paragraphs of the whole text, the clauses numbered in their order."""
    found = [TITLE, "（征求意见稿）", PREAMBLE, "一、聚焦提质扩量，构建高能级产业体系"]
    for number, clause in enumerate(clauses or default(), 1):
        first, *others = (clause,) if isinstance(clause, str) else clause
        found += [f"{number}、{first}", *others]
        if number == 4:
            found.append("二、聚焦要素保障，提升高效率要素配置")
    return [*found, *CLOSING]


def default() -> list[str | tuple[str, ...]]:
    """Return the clauses as they are; the second has two paragraphs."""
    return [CLAUSES[0], (CLAUSES[1], SECOND), *CLAUSES[2:]]


def written(parts: Sequence[str]) -> str:
    """Write paragraphs with a blank line between them."""
    return "\n\n".join(parts) + "\n"


def wrapped(parts: Sequence[str], width: int = 38, page: int = 20, turn: str = "\n— {} —\n") -> str:
    """Write paragraphs in lines of one width, on pages with numbers that cut them."""
    lines: list[str] = []
    count = 0
    for part in parts:
        for start in range(0, len(part), width):
            lines.append(part[start : start + width])
            count += 1
            if count % page == 0:
                lines += turn.format(count // page).split("\n")
        lines.append("")
    return "\n".join(lines)


def numbered(parts: Sequence[str], number: Callable[[int], str]) -> list[str]:
    """Number the clauses in another way, such as 第一条."""
    return [re.sub(r"^([0-9]+)、", lambda match: number(int(match[1])), part) for part in parts]
