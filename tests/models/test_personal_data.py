"""Personal numbers are found however they are written; what only looks like one is left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.personal_data import PersonalKind, PersonalNumber, personal_data

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY, CARD = PersonalKind.IDENTITY, PersonalKind.BANK_CARD
MOBILE, LANDLINE = PersonalKind.MOBILE, PersonalKind.LANDLINE


def with_check(body: str) -> str:
    """17 digits of an identity number with the check character of GB 11643."""
    remainder = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, body, strict=True)) % 11
    return body + "10X98765432"[remainder]


def only(text: str) -> PersonalNumber:
    [found] = personal_data(text)
    return found


@pytest.mark.parametrize(
    ("kind", "text", "quote", "masked"),
    [
        (IDENTITY, "张某，410105197806150027。", "410105197806150027", "410105********0027"),
        (IDENTITY, "身份证41010519780615001X", "41010519780615001X", "410105********001X"),
        (IDENTITY, "号码为410105 19780615 0027", "410105 19780615 0027", "410105 ******** 0027"),
        (IDENTITY, "410105-1978-06-15-0027", "410105-1978-06-15-0027", "410105-****-**-**-0027"),
        (IDENTITY, "4101 0519 7806 1500 27", "4101 0519 7806 1500 27", "4101 05** **** **00 27"),
        (IDENTITY, "号４１０１０５780615002", "４１０１０５780615002", "４１０１０５******002"),
        (IDENTITY, "旧证410105780615002号", "410105780615002", "410105******002"),
        (IDENTITY, "ID410105197806150027", "410105197806150027", "410105********0027"),
        (CARD, "退至6225881234567898", "6225881234567898", "6225********7898"),
        (CARD, "卡号6222021708001234563", "6222021708001234563", "6222***********4563"),
        (CARD, "6225 8812 3456 7898", "6225 8812 3456 7898", "6225 **** **** 7898"),
        (CARD, "６２２５－8812－3456－7898", "６２２５－8812－3456－7898", "６２２５－****－****－7898"),
        (CARD, "622202 1708001234563", "622202 1708001234563", "6222** *********4563"),
        (MOBILE, "请联系13800138000。", "13800138000", "138****8000"),
        (MOBILE, "１３８００１３８０００", "１３８００１３８０００", "１３８****８０００"),
        (MOBILE, "138 0013 8000", "138 0013 8000", "138 **** 8000"),
        (MOBILE, "138-0013-8000", "138-0013-8000", "138-****-8000"),
        (MOBILE, "1380 013 8000", "1380 013 8000", "138* *** 8000"),
        (MOBILE, "+86 138 0013 8000", "+86 138 0013 8000", "+86 138 **** 8000"),
        (MOBILE, "Tel13800138000", "13800138000", "138****8000"),
        (MOBILE, "13800138000人民调解员", "13800138000", "138****8000"),
        (MOBILE, "3.13800138000", "13800138000", "138****8000"),
        (MOBILE, "1380\u200b0138\x00000", "1380\u200b0138\x00000", "138****8000"),
        (LANDLINE, "电话0371-6550123", "0371-6550123", "0371-****123"),
        (LANDLINE, "（０３７１）６５５０１２３４", "（０３７１）６５５０１２３４", "（０３７１）*****２３４"),
        (LANDLINE, "037165501234", "037165501234", "0371*****234"),
        (LANDLINE, "010-6550 1234", "010-6550 1234", "010-**** *234"),
        (LANDLINE, "+86-371-65501234", "+86-371-65501234", "+86-371-*****234"),
        (LANDLINE, "值班室：6550123", "值班室：6550123", "值班室：****123"),
    ],
)  # fmt: skip
def test_a_number_is_found_and_its_middle_can_be_hidden(
    kind: PersonalKind, text: str, quote: str, masked: str
) -> None:
    found = only(text)

    assert (found.kind, found.quote, found.masked) == (kind, quote, masked)
    assert text[found.start :].startswith(quote)


@pytest.mark.parametrize(
    "text",
    [
        "比法定时限减少17242.5个工作日",
        "罚没4081726000元",
        "协议资金13912345678元",
        "协议资金13912345678.50",
        "￥13912345678",
        "归集数据13912345678条",
        "用电13912345678千瓦时",
        "12345热线、12348热线、110、114、12309、12388",
        "咨询400-620-1234或4006201234，也可拨打800-820-8820",
        "企业代码91410105MA4G0ABC1Q",
        "统一社会信用代码：914101050001234563",
        "书号978-7-5093-1234-5，9787509312345",
        "2025年12月31日，2025-12-31 10:30，20251231",
        "云政〔2026〕5号、（2025）云0105行初123号",
        "2021 2022 2023 2024",
        "179 20 11 20 43 39 18 28 22 101",
        "项目代码2209-410105-04-01-123456",
        "登记号2025-13800138000",
        "执法证号：16262301001",
        "受理号13800138000",
        "https://www.yunling.example/art/20260209_13800138000.html",
        "已隐去：138****8000、410105********0027、6225********7898",
        "编号1882713180822585346",
        "不是卡号6225881234567890",
        "月份不对410105197813150027",
        "没有这个省990105197806150027",
        "电话20251231",
        "拨打电话8551234次",
        "1,234,567,890,123",
        "",
    ],
)
def test_what_only_looks_like_a_personal_number_is_left_in_peace(text: str) -> None:
    assert personal_data(text) == ()


def test_an_identity_number_with_a_wrong_check_digit_is_found_and_doubted() -> None:
    right = with_check("41010519780615002")
    wrong = f"{right[:17]}{'12'[right[17] == '1']}"

    assert only(right).agrees
    assert not only(wrong).agrees


def test_all_digits_of_a_credit_code_are_no_identity_number() -> None:
    """110105 and 1990-01-01 could be a birth place and day, but the code's own check agrees."""
    code = next(
        code
        for last in range(1000)
        for check in "0123456789"
        if (code := f"11010519900101{last:03}{check}")[17] == credit_check(code[:17])
        and with_check(code[:17]) != code
    )

    assert personal_data(f"机关{code}") == ()


def credit_check(body: str) -> str:
    """The check character of GB 32100."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(signs.index(sign) * pow(3, at, 31) for at, sign in enumerate(body))
    return signs[(31 - total % 31) % 31]


def test_several_numbers_come_in_the_order_of_the_text() -> None:
    found = personal_data("张某13800138000，李某410105197806150027；0371-6550123")

    assert [one.kind for one in found] == [MOBILE, IDENTITY, LANDLINE]


@given(
    st.sampled_from(["云岭县", "，", "（", "经办人", "、"]),
    st.sampled_from(["13800138000", "410105197806150027", "6225881234567898", "0371-65501234"]),
    st.sampled_from(["。", "，", "）", "人员", "；"]),
    st.lists(st.sampled_from(["\u200b", "\x01", "\ufeff"]), min_size=3, max_size=3),
    st.booleans(),
)
def test_neither_width_nor_unseen_characters_hide_a_number(
    before: str, number: str, behind: str, unseen: list[str], wide: bool
) -> None:
    written = number.translate({ord("0") + n: 0xFF10 + n for n in range(10)}) if wide else number
    for at, character in zip((2, 5, 8), unseen, strict=True):
        written = f"{written[:at]}{character}{written[at:]}"

    found = only(f"{before}{written}{behind}")

    assert found.quote == written
    assert "*" in found.masked
    assert personal_data(f"{before}{found.masked}{behind}") == ()


@given(st.text(alphabet="0123456789０３８ -—Xx.年件元（）\u200b", max_size=40))
def test_any_row_of_digits_is_read_without_stumbling(text: str) -> None:
    for found in personal_data(text):
        assert text[found.start : found.start + len(found.quote)] == found.quote


def test_a_long_card_number_with_a_wrong_check_digit_is_doubted() -> None:
    (found,) = personal_data("卡号6222021234567890123。")

    assert (found.kind, found.agrees) == (CARD, False)
