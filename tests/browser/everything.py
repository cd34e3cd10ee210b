"""The whole way through the wizard: everything filled in, seen, and taken away."""

import json

from playwright.sync_api import Page, expect

from tests.browser.applicant import (
    field,
    goes_on,
    invest,
    open_file,
    results,
    save,
    step,
    total,
)  # fmt: skip

TYPED = {
    "enterprise": "甬城绝密机械厂Qzxv",
    "project": "密线九号Wjkq",
    "second": "密云二号Kqzj",
    "amount": "7391.8264",
    "sum": "73918264",
    "paid": "31.9717",
    "date": "2021-03-17",
    "start": "2020-11-19",
    "payment": "2021-09-23",
    "filter": "机密检索词Vxqz",
    "file": "机密文件名Jxqw.json",
}
"""What is typed; `sum` is the amount in yuan, as files and links hold it."""


def walk(page: Page, tables: tuple[str, ...] = ("listing", "workbook")) -> str:
    """Fill in everything, go everywhere and take everything away; return the link to share.

    A workbook needs the network the first time that one is made.
    """
    field(page, "roles.manufacturer").check()
    field(page, "enterprise.name").fill(TYPED["enterprise"])
    goes_on(page)
    field(page, "topics.investment").check()
    field(page, "topics.growth").check()
    goes_on(page)
    field(page, "figures.26-core-team").check()
    field(page, "c1.sales_in_city").fill(TYPED["amount"])
    field(page, "c1.date").fill(TYPED["date"])
    invest(page, TYPED["amount"], card="c2")
    field(page, "c2.date").fill(TYPED["date"])
    field(page, "s1.name").fill(TYPED["project"])
    for planned in page.locator("#s1 .wizard-planned input:visible").all():
        planned.fill(TYPED["start"])
    page.locator("[data-add-kind=project]").click()
    field(page, "s2.name").fill(TYPED["second"])
    page.locator("[data-do=pay]").click()
    paid = page.locator("#wizard-paid .wizard-card")
    paid.locator("[data-part=award]").select_option("03-industrial-investment")
    paid.locator("[data-part=date]").fill(TYPED["payment"])
    paid.locator("[data-part=figure]").fill(TYPED["paid"])
    page.locator("#wizard-filter").fill(TYPED["filter"])
    expect(total(page)).not_to_have_text("—")
    step(page, "check")
    expect(page.locator("#wizard-checked")).to_contain_text(TYPED["project"])
    step(page, "results")
    expect(results(page)).to_contain_text(TYPED["project"])
    page.locator('[data-scenario="keep"]').click()
    page.pdf()
    for table in tables:
        with page.expect_download():
            page.locator(f'[data-do="{table}"]').click()
    open_file(page, json.dumps(save(page)), name=TYPED["file"])
    expect(page.locator("#wizard-filed")).to_contain_text(TYPED["file"])
    page.locator("#wizard-keep").check()
    page.locator('[data-do="share"]').click()
    expect(page.locator("#wizard-link")).not_to_have_value("")
    return page.locator("#wizard-link").input_value()
