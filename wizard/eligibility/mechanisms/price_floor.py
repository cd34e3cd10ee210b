"""不低于最低价标准（的70%）确定土地出让底价: a lowest reserve price, no payment (A40)."""

from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Mechanism, Texts, Values, Write, number
from eligibility.money import floor_to_fen, write, write_exact


class PriceFloor(Mechanism):
    """The floor in yuan for the whole plot: price per m² × area, or a share of it."""

    name = "price-floor"
    steps = {"price-floor": ("price", "area", "share", "amount")}
    said = {
        "price-floor": {
            "zh": "最低价标准每平方米{price} × {area} × {share} = {amount}。",
            "en": "Minimum price standard {price} per m² × {area} × {share} = {amount}.",
        }
    }
    in_yuan = frozenset({"price"})

    def __init__(self, entry: Json) -> None:
        super().__init__(entry)
        self.figure, self.area = entry["price"], entry["area"]
        self.rate, self.share_when = Fraction(entry["share"]), entry["share_when"]

    def evaluate(self, values: Values, write_step: Write) -> Fraction:
        price, area = number(values, self.figure), number(values, self.area)
        share = self.rate if values[self.share_when] is True else Fraction(1)
        amount = price * area * share
        write_step(
            "price-floor",
            price=write_exact(price),
            area=write_exact(area),
            share=write_exact(share),
            amount=write(floor_to_fen(amount)),
        )
        return amount


if __debug__:
    from eligibility.mechanisms.declaration import Declaration, Field

    class PriceFloorDeclared(Declaration):
        doc = (
            "底价: a lowest reserve price, in whole or as a share where a fact is yes (clause 37)."
        )
        key = "floor"
        claims = ("floor",)
        fields = (
            Field("price", "fact", "floor"),
            Field("area", "fact", "times"),
            Field("share", "share"),
            Field("share_when", "fact"),
        )
        support = "floor"
        formula = {
            "zh": "{price} × {area}（{share_when}：× {share}）",
            "en": "{price} × {area} (× {share} if: {share_when})",
        }
        remark = {
            "zh": "这是确定土地出让底价的下限，不是资金补助",
            "en": "This sets a floor for the reserve price of land; it is not a payment",
        }
        examples = (
            (
                {"floor": "price", "times": "area", "share": "70%", "share_when": "intensive"},
                [
                    ({"price": "384", "area": "50000", "intensive": False}, "19200000"),
                    ({"price": "384", "area": "50000", "intensive": True}, "13440000"),
                    ({"price": "384", "area": "0", "intensive": True}, "0"),
                ],
            ),
        )

        def sentence(self, rule: Json) -> Texts:
            return {
                "zh": "不低于{price}×{area}；{share_when}的，不低于其{share}；这不是资金补助",
                "en": "not less than {price} × {area}; if it {share_when}, not less than {share} "
                "of that; not a payment",
            }

    PriceFloor.declared = PriceFloorDeclared()
