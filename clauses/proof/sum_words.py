"""Words of the text that bear on a sum without being figures: 差额, 每人, 同比增量, 贴息.

A rule that leaves one of them out would pay a wrong sum, so each must be claimed: by a part or a
mechanism that says it, by a condition, a limit, the frequency or the stages that quote it, or by
the name of a fact that the sum asks for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from clauses.figure_pattern import PIECE
from clauses.proof.units_said import OWN_KIND

ClaimedBy = Literal[
    "condition", "limit", "often", "each-time", "each-project", "one-off", "stages", "top-up",
    "excludes", "reading", "fact", "months", "interest-paid", "tiers", "figure", "compared",
    "match", "reference", "floor", "enterprise", "closing", "held", "whole",
    "each-subject", "each-ceiling", "threshold", "payee", "years-named", "left-out",
]  # fmt: skip
"""What may claim a word beside the parts that declare its kind.

- `condition`, `limit`: one that quotes it.
- `often`: the frequency.
- `each-time`: a frequency by title or product.
- `each-project`: a frequency by project.
- `one-off`: a frequency that is not yearly.
- `stages`, `top-up`, `excludes`: what the award has of them.
- `reading`: a reading of the award says how it is understood.
- `fact`: the name of a fact has it.
- `months`, `interest-paid`: a fact asks for months or for interest.
- `tiers`: the tiers or steps of the sum, or `excludes`.
- `figure`: it is part of a figure of the sum.
- `compared`: it is part of a figure of a condition, or beside one.
- `threshold`: it is beside a figure that the sum is compared with: 期限3年以上的, 不低于500万元的.
- `match`: the kind of the award.
- `reference`, `floor`: its wording; `floor` is also claimed by a sum that has one.
- `enterprise`: its subject.
- `closing`: a subject that the closing rule compares.
- `held`: a fact limits the sum, or it is the lowest of several.
- `each-subject`: an award for each project or title, or for anything but an enterprise.
- `each-ceiling`: the figure after it is a ceiling for each of several.
- `whole`: a fact is paid as it is, or matched.
- `years-named`: the sum has a figure for each year by its number.
- `left-out`: a ceiling of the sum, or `beyond`, leaves out the part: 超过500万元的部分不予补贴.
- `payee`: who receives the award, by the last word of the name.
"""


@dataclass(frozen=True)
class Kind:
    """A kind of word, by which a rule claims it."""

    name: str
    pattern: re.Pattern[str]
    by: frozenset[ClaimedBy] = frozenset()
    also: frozenset[str] = frozenset()
    """Further kinds: a sum that claims one of them claims these words too."""


@dataclass(frozen=True)
class SumWord:
    """A word found in a text."""

    kind: Kind
    words: str
    start: int
    end: int


_FOR_WHOM = "[户家](?!企业)"
"""每户 and 每家 may be the enterprise itself."""
_OF_A_KIND = f"(?:个|项)(?!{OWN_KIND})"
"""每个展位, 每项标准: the noun may be what the award is for."""
_UNIT = rf"(?![户家个项])(?:{PIECE})(?!企业)|[十百千]?[万亿]元"
OF_THE_ENTERPRISE = "(?:[单每一][个家户]|同一|每)(?:企业|单位|申报单位|申报主体|主体|法人|机构)"
"""Words that limit what one enterprise receives, whatever it claims for."""
_NUMBER = "[0-9一二两三四五六七八九十]"
_SUM = "[0-9.]+[万亿]?元"
_MOST = "最[高多]|不[超高得]|上限|限额|封顶|[0-9.]+[万亿]?元封顶"
_PAYS = "给予|予以|奖|补|资助|支持|发放|支付|按|最[高多]|不[超高得]|可|一次性|计"
_NO_PIECE = (
    rf"[0-9户家个项年月季]|自然年|会计年|一年|一?(?:企业|单位|机构|平台|园区|项目)|(?:{PIECE})(?!企业)"
    "|[再净新]|增|提[高升前]|上一?个|超|满|达|降低|减|压减|下降|实现|完成|投入|创造|节约|一个?(?:企业|项目)"
    "|引进|招引|培育|建成|获得|认定|举办|参加|服务|推荐|孵化|改造"
)
"""After 每, what is no piece (每年), may be the enterprise itself, or has a kind of its own."""


_RECEIVED = "(?:一次性|最[高多]|不超|每|奖|补|资助|各|[0-9]|[，。；、：（]|$)"
"""What comes after the name of who receives a sum."""
_ONLY = (
    "(?:[只仅限]|最多|至多)(?:可|能|限)?"
    "(?:奖励?|享受|奖补|补助|补贴|给予|获得|资助|支持|申报|申请)?"
)
_MEASURE = "[^，。；、：（）0-9]{0,5}?"
_ADDED = (
    "(?<!每)新增(?=[^，。；、0-9]{1,14}[0-9.]+(?:%|‰|个百分点)|[^，。；、0-9企]{0,4}?(?:销售|贷款|存款|融资|担保|就业|用工|参保"
    "|投资|出口|产能|收入|利润|保费|研发|用电|纳税|库容|面积))"
)
"""新增 before what is measured; 新增企业 and 新增认证 name who is new."""
_EARLIER = "(?:上一?年度?|去年|上期|前[一二两三]年|历史|往年|基数|基期)"

_IS_PAID = "(?:按|各|分别|平均|等额|再|均)?(?:拨付|兑现|兑付|发放|支付|给付|拨款)"
"""After 每年 and 平均, what is done with a sum that is named before."""

_DENIED = (
    "(?:未(?!来|定|达|满|足|超|必|成年|尽|明确|细化|发生[^，。；]{0,8}[费额款息入出])"
    "|无(?=不良|重大|违[法规]|失信|[欠拖]|安全|环[保境]|质量|行政处罚|犯罪|严重|不合格|投诉|事故|偷)"
    "|没有(?!基数|其他)|不存在|不属于|不(?=裁员|减员|[欠拖]|违反|停产|搬迁|[迁搬]出|外迁))"
)
_IS_STOPPED = "[追收退]回|追缴|不予|不[再得]|取消|终止|停止|暂缓"
"""What is done where a condition does not hold: 未通过验收的，收回补助."""

TOGETHER = re.compile(
    "(?<=[，；、。的])均?可(?:以)?(?:兼得|(?:累计|叠加|同时|重复)(?:享受|获得|申报|奖励)(?![^，。；]{0,10}政策))"
)
"""After several sums, what lets one have them all."""


def _kind(
    name: str, pattern: str, by: tuple[ClaimedBy, ...] = (), also: tuple[str, ...] = ()
) -> Kind:
    return Kind(name, re.compile(pattern), frozenset(by), frozenset(also))


KINDS = (
    _kind(
        "difference",
        "差额|补足|补差|扣除|扣减|剔除|抵扣|冲抵|减去已|核减|(?:不足|未达)[^，。；]{0,6}予以补",
        ("fact", "condition"),
    ),
    _kind(
        "top-up",
        "(?<!不)再(?:给予|奖励?|补助?|补贴|增加|加奖)|另行奖励?|另奖|另外?给予|另加|额外(?:奖励?|给予|补助)"
        "|追加(?:奖励?|补助|给予)|叠加奖励",
        ("top-up", "condition"),
    ),
    _kind(
        "step",
        r"每新增(?=[0-9.]+(?:亿|万)?元)|每(?:再|净)?(?:增加|增长|增|提高|提升|提前|上一?个|超过?|满|达到|降低|减少|压减|下降)|"
        r"每(?:实现|完成|投入|创造|节约|新增)?(?:销售|产值|营收|税收|投资)?[0-9.]+(?:亿|万)?元",
        ("fact",),
    ),
    _kind(
        "unit",
        rf"(?:每|元/(?:月·)?)[十百千万]?(?:{_UNIT})",
        ("each-time", "compared", "threshold"),
    ),
    _kind(
        "unit",
        rf"每(?!{_NO_PIECE})[^，。；、：（）0-9每]{{1,10}}?(?=，?(?:(?:{_PAYS})[^，。；0-9]{{0,10}})?{_SUM})"
        rf"|(?<=元)每(?!{_NO_PIECE})[^，。；、：（）0-9每]{{1,4}}"
        rf"|(?<=元)/(?!{_NO_PIECE})[^，。；、：（）0-9/]{{1,4}}?(?=[，。；、：（）]|的|标准|{_PAYS}|$)",
        ("compared",),
    ),
    _kind(
        "unit",
        "按照?[^，。；0-9%]{1,12}?(?:数|数量|面积|里程|容量|产量|重量)"
        rf"(?=(?:给予|予以|奖励?|奖补|补助|补贴)[^，。；0-9]{{0,4}}{_SUM})"
        "|按照?[^，。；0-9%]{0,8}?(?:人数|台数|户数|套数|件数|数量|面积|里程|容量|产量|重量)(?=计|核|结算)",
        ("compared",),
    ),
    _kind(
        "unit",
        rf"单(?![家户人位名个项次场])(?:{PIECE}|[车船机柜箱])(?=[^，。；0-9]{{0,10}}(?:{_MOST}))",
        ("each-time", "limit", "fact"),
    ),
    _kind(
        "one-of-several",
        rf"单(?:[个项](?!企业|单位)[^，。；、0-9]{{0,4}}?|[次场][^，。；、0-9]{{0,4}}?)"
        rf"(?=(?:补助|补贴|奖励?|奖补|资助|支持|年度|累计|的|总额|金额|给予)*(?:{_MOST}))",
        ("each-subject", "limit", "each-ceiling"),
    ),
    _kind("unit", f"(?:每|元/){_FOR_WHOM}", ("each-time", "enterprise", "compared")),
    _kind("unit", f"(?:每|元/){_OF_A_KIND}", ("each-time", "each-project", "compared")),
    _kind(
        "each",
        "每(?:新增|新引进|引进|招引|培育|新建|净增|建成|完成|获得|认定|举办|参加|服务|推荐|孵化|改造)"
        r"(?:一|1|[^，。；0-9]{0,3}一?(?:家|个|项|名|台|人|场|次))",
        ("each-time",),
    ),
    _kind("month", "每月|/月|按月|月均", ("months",)),
    _kind("quarter", "每个?季度?(?!末)|逐季|按季度?(?=[给奖补计])", ("fact", "condition", "limit")),
    _kind(
        "growth",
        "增量|增加额|增加值部分|增长额|增长的?部分|新增的?部分|增加的?部分|净增|增值部分"
        "|新增(?:地方|税收|财力|产值|营收|电量)|(?:比|较)(?:上年|上一年|去年|上年度)(?:净)?(?:新增|增加)"
        f"|{_ADDED}|以[^，。；0-9]{{1,14}}为(?:基数|基期)",
        ("fact", "condition"),
    ),
    _kind(
        "growth",
        rf"(?:超过|超出|超|高于|多于){_EARLIER}[^，。；0-9]{{0,12}}部分",
        ("fact", "condition"),
        also=("excess",),
    ),
    _kind(
        "growth-rate",
        "同比|环比|增速|增幅|增长率|(?:比|较)(?:上年|上一年|去年|上年度)|年均增长?|增长(?=[0-9])"
        "|翻[一两三]?番|倍增",
        ("fact", "condition"),
    ),
    _kind("substitute", "基数为(?:0|零)|无基数|没有基数", ("condition",)),
    _kind("mean", f"平均(?!{_IS_PAID})|均值|人均纳税", ("fact", "condition")),
    _kind("per-head", "人均(?!纳税)|(?:亩|户|台|地)均|单位面积", ("fact", "condition")),
    _kind(
        "years",
        rf"连续[^，。；、]{{0,6}}?{_NUMBER}+个?年|前{_NUMBER}年(?![^，。；]{{0,8}}(?:平均|均值|最高))|后{_NUMBER}年|首年|(?<!首)次年|第{_NUMBER}年|逐年"
        rf"|贴息期|年限|(?:补助|补贴|奖补|扶持|享受)(?:期限?|年限)|以后(?:每年|年度)"
        rf"|(?:期限|最多|不超过|最长|补助|补贴|奖补){_NUMBER}+年",
        ("condition", "stages", "fact", "limit", "threshold"),
    ),
    _kind("changing", "递减|递增|退坡", ("fact", "condition")),
    _kind(
        "yearly",
        rf"每年(?!{_IS_PAID})(?!认定|度|择优|底|安排)"
        "|按年(?!租|度|利|产|营|销|主营|收入|纳税|用|均|研|贷)(?![^，。；0-9]{1,6}量)"
        rf"|(?<!上)(?:年度|当年|全年|年内)内?(?:累计|合计|奖励?|补助|补贴|资助|总额|金额)*(?:{_MOST})",
        ("often", "condition", "limit", "fact"),
    ),
    _kind(
        "instalments",
        f"(?:每[年期次批]|首次)(?={_IS_PAID})|(?<![年月日])平均(?={_IS_PAID})",
        ("stages", "often", "condition", "limit", "fact"),
    ),
    _kind("one-off", "一次性", ("one-off", "condition", "fact")),
    _kind(
        "instalments",
        rf"分(?:{_NUMBER}个?)?(?:期|次|批|阶段)|余款|尾款|首付|预拨|按进度"
        "|[每逐按](?:半年|季度?)(?:拨付|兑现|兑付|发放|支付)",
        ("stages", "tiers", "condition", "fact"),
    ),
    _kind(
        "instalments",
        rf"分{_NUMBER}+个?年度?",
        ("stages", "tiers", "condition", "fact", "years-named"),
    ),
    _kind(
        "floor",
        "不低于|不少于|至少|最低(?!价|工资|生活)|保底|兜底",
        ("condition", "floor", "threshold"),
    ),
    _kind(
        "uplift",
        r"上浮(?![至到为])|上调(?![至到为])|(?<!每)提高(?=[0-9一二两])|加成|加倍|双倍|翻倍|(?<![增追])加奖|增加(?=[0-9.]+个百分点)|(?<!每)提高[^，。；]{0,4}个百分点"
        r"|(?:标准|金额|比例)的?[0-9一二两三.]+倍",
        ("figure", "compared"),
    ),
    _kind(
        "reduction",
        r"下浮(?![至到为])|下调(?![至到为])|降低[^，。；]{0,4}个百分点",
        ("figure",),
    ),
    _kind(
        "discount",
        "打折|[0-9.一二三四五六七八九]+折(?!扣率)",
        ("condition", "fact"),
    ),
    _kind(
        "half-year",
        f"(?<![上下])半年(?![度报])|半个月|{_NUMBER}年半",
        ("condition", "fact", "limit", "stages", "reading"),
    ),
    _kind(
        "cumulative",
        TOGETHER.pattern,
        ("top-up", "each-time", "condition", "limit", "reading"),
    ),
    _kind(
        "changed-to",
        rf"(?:(?:提高|上浮|上调|放宽|调增|提升|下浮|下调|调减|降低?)[至到为](?={_NUMBER})|减按)(?![0-9.]*倍)",
        ("condition",),
    ),
    _kind(
        "rank",
        r"前[0-9一二三四五六七八九十]+名|排名|排序|名次|位列前|前[0-9]+位|择优",
        ("condition", "fact"),
    ),
    _kind(
        "quota",
        "名额|先到先得|额满为止|总量控制|预算额度|资金总额(?!不超|不高|不得|最高)",
        ("condition", "limit"),
    ),
    _kind(
        "discretion",
        "一事一议|一企一策|酌情|视情|适当(?:给予|奖励|补助|提高)|另行制定|另行确定|专题研究"
        "|(?:标准|金额|比例|额度|数额)由[^，。；0-9]{1,15}?(?:确定|制定|核定|审定|商定|研究)",
        ("condition", "reference"),
    ),
    _kind(
        "clawback",
        "追回|退回|收回|追缴|予以返还|取消[^，。；]{0,8}资格|一票否决|(?:暂停|停止)(?:发放|奖励|补助|拨付|兑现|支持|享受)",
        ("condition",),
    ),
    _kind(
        "tiers",
        rf"分{_NUMBER}?(?:档|级(?!诊)|层)|各档|阶梯|梯度|分类(?:给予|奖励|补助)",
        ("tiers", "condition", "fact", "reading"),
    ),
    _kind("progressive", "超额累进|累进|分段累计|分段计算"),
    _kind(
        "excess",
        r"超出的?部分|超过的?部分|超额的?部分|高出的?部分|多出的?部分|以上的?部分|以外的?部分|其余部分|剩余部分"
        rf"|(?<!不)(?:超过?|超出|高于)[0-9.]+{_MEASURE}(?:（[^（）]*）)?(?:以上)?的?部分"
        rf"|[0-9.]+{_MEASURE}(?:（[^（）]*）)?(?:以上|以外)的?部分",
        ("fact", "left-out"),
    ),
    _kind("interest", "贴息|利息|贷款利率", ("fact", "condition", "interest-paid")),
    _kind("benchmark", "LPR(?!）)|基准利率", ("fact", "condition")),
    _kind("match", "配套", ("match", "fact", "condition")),
    _kind("rent", "租金(?!补|奖|扶持|支持)|房租(?!补|奖)|月租", ("fact", "condition")),
    _kind("half", "减半|折半", ("figure",)),
    _kind(
        "highest",
        "从高|就高|孰高|择高|取其?高|较高(?:者|值|的)|最高值"
        "|较大(?:者|值|的)|孰大|(?<!就)[高大多]者为准|以高为准",
        ("tiers", "limit", "fact", "condition"),
    ),
    _kind(
        "lowest",
        "(?<!不)就低(?!不)|孰低|取低|较低(?:者|值|的)|最低值|两者取小"
        "|从低|[较孰]小(?:者|值|的)?|较少(?:者|值)|(?<!较)[低小少]者为准|以低为准",
        ("fact", "condition"),
    ),
    _kind(
        "either",
        "二选一|(?<!选)择一|任选|只能享受|就高不就低|从优",
        ("tiers", "excludes", "limit", "condition"),
    ),
    _kind(
        "once-only",
        "不重复(?!计算|统计|计入|计发)|不再重复|不得重复|不叠加|不得叠加|不可叠加|不再享受",
        ("tiers", "excludes", "limit", "condition", "closing"),
    ),
    _kind(
        "factor",
        r"完成比例|完成率|系数|权重|加权|折算|折合|换算|按(?:实际|相应|同等|同)?比例|乘以"
        "|按[^，。；0-9]{0,6}(?:月|月数|月份|天数|日数|时间|年限)(?=计算|计发|计付|核算|核定|确定|给予|发放)",
        ("fact", "condition", "months"),
    ),
    _kind(
        "total-of",
        "之和(?!不超|不高|不得|最高)|总和|加总|合计数|两项合计",
        ("fact", "condition", "limit"),
    ),
    _kind(
        "in-all",
        r"(?:累计|合计|总计)(?:奖励|奖补|补助|补贴|资助|支持|给予|金额|总额)*(?:最高|不超|不高于|不得超过|上限)"
        rf"|(?:各级|{_NUMBER}级|[国省市区县]家?级?、?[省市区县])[^，。；0-9]{{0,12}}(?:总额|总量|之和)"
        "(?:最高|不超|不高于|不得超过|上限)",
        ("limit", "condition", "fact"),
    ),
    _kind(
        "enterprise-cap",
        rf"{OF_THE_ENTERPRISE}(?:每?年度?|当年)?(?:累计|合计|总额|奖励|补助|补贴)?"
        r"(?:最高|不超|不得超过|上限)",
        ("limit", "condition", "fact", "enterprise"),
    ),
    _kind(
        "base",
        r"不含(?!本数|该|当)[^，。；）、\s的0-9]{1,8}|除[^，。；）、\s]{1,8}外(?=）|的)|(?<!不)含税|税前|税后",
        ("fact", "condition"),
    ),
    _kind(
        "open-ceiling",
        "(?:最[高多])?不得?(?:超过|高于|多于|超)(?![^，。；]*(?:[0-9]|百分之|(?<=[一二两三四五六七八九])成|倍|翻番|减半|"
        "[一二两三四五六七八九十百千](?:[级年月个家名户人次项台天日]|[万亿]?元|分之)))"
        "(?=[^，。；]{2,}(?:[，。；]|$))"
        "|以[^，。；0-9]{1,20}(?:为限|为上限|为最高限额)"
        "|(?<![0-9万亿元%不])封顶(?=[，。；]|$)",
        ("condition", "held"),
    ),
    _kind(
        "payee",
        rf"(?:奖励?|补助|补贴|资助|发放|支付|拨付|兑现)给(?!予)[^，。；、：（）0-9]{{1,12}}?(?={_RECEIVED})"
        rf"|给予[^，。；、：（）0-9]{{0,8}}?(?:团队|个人|本人|管理层|高管|经营者|负责人|职工|员工|经纪人|中介机构|合作银行)(?={_RECEIVED})",
        ("payee", "condition"),
    ),
    _kind(
        "whole",
        "(?:等额|全额)(?=(?:的|一次性|给予|予以)*(?:奖|补|资助|支持|返还|配套|贴息))|据实(?=[^，。；]{0,2}[奖补])|实报实销",
        ("whole", "condition"),
    ),
    _kind(
        "fraction",
        "一半(?!以)|(?<![百千])[二三四五六七八九十]分之[一二两三四五六七八九]",
        ("figure", "compared", "condition"),
    ),
    _kind(
        "rounding",
        "取整|四舍五入|元以下(?:的?部分)?(?:不计|舍去|不予?计算)|[舍抹]去(?:尾数|零头)|尾数",
    ),
    _kind(
        "only-once",
        f"{_ONLY}一次(?!性)",
        ("one-off", "limit", "condition"),
    ),
    _kind("only-times", f"{_ONLY}[两二三四五六七八九十2-9]次", ("limit", "condition")),
    _kind(
        "of-which",
        r"其中[^，。；、0-9]{0,8}(?:财政|市本级|市级|区级|县级|省级)[^，。；、0-9]{0,6}不超过",
        ("limit",),
    ),
    _kind("first-reached", "首次(?=[^，。；]{0,4}(?:超|突破|达|跨))", ("condition",)),
    _kind("first", f"首次(?!{_IS_PAID})|第一次", ("often", "condition", "fact")),
    _kind(
        "exclusion",
        "不再(?:给予|补助|补贴|奖励|奖补|资助|支持)|不重复(?:计算|统计|计入|计发)|不计入|不计算在内|不纳入|不列入|不包括|(?<!特殊情况)除外|不予(?:补助|补贴|补偿|奖励|奖补|支持|资助|享受|兑现|发放|认定|受理|拨付|贴息|安排|申报)"
        "|不(?:奖励|给予)|(?<=[，。；的])例外|不在[^，。；]{0,6}(?:支持|奖励|奖补|补助|补贴|资助|扶持)范围|不适用本|不得(?:申报|申请|参与)"
        "|非(?=[^，。；、的]{2,8}(?:企业|单位|项目)(?![^，。；]{0,6}除外))|不(?:得|能|可)?享受|(?<!不)已(?:经)?(?:享受|获得?)[^，。；]{0,12}(?=不)",
        ("condition", "fact", "excludes", "limit", "reading", "figure", "left-out"),
    ),
    _kind(
        "denied",
        rf"{_DENIED}[^，。；、：（）0-9的且并]{{1,2}}"
        rf"(?=[^，。；、：（）0-9]{{0,20}}(?:[的且并，。；]|$))(?![^。；]{{0,24}}(?:{_IS_STOPPED}))",
        ("condition", "fact", "limit", "excludes", "reading"),
    ),
    _kind(
        "passed",
        "通过[^，。；、]{0,10}(?:验收|评审|评估|考核|审核)|(?:验收|考核|评估|评审)(?:合格|通过|达标|优秀)"
        "|(?<=(?:结果|结论|等次|等级)[为是])(?:优秀|良好|合格|达标|通过)",
        ("condition", "fact", "stages", "reading"),
    ),
)


def sum_words(text: str) -> Iterator[SumWord]:
    """Yield the words of a text that bear on a sum, in the order of the kinds."""
    for kind in KINDS:
        for match in kind.pattern.finditer(text):
            yield SumWord(kind, match[0], match.start(), match.end())
