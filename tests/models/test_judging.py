"""What comes of relations, with the numbers of a real county's report of 2024 and of reports with known mistakes."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.indicator import Indicator, Kind
from models.judging import Judgement, Verdict, judge, judgements
from models.quantity import Quantity
from models.relation import Relation, Strength, relations
from models.report import Figure, Report
from models.rounding import Rounding
from tests.models.relation_reports import report_with

MESSAGES = "受理网民留言{{wm_msg}}件，同比减少{{wm_msg_yoy}}。"
REVIEW = {
    "fy_reject_in": "20",
    "fy_revoke": "11",
    "fy_dismiss": "20",
    "fy_uphold": "43",
    "fy_terminate": "39",
    "fy_order": "18",
    "fy_pending": "28",
    "fy_apply": "179",
}


def judged(relation: str, amounts: dict[str, str], text: str = "", **more) -> Judgement:
    return judge(report_with(amounts, text, **more), relations()[relation])


HOLDING = [
    ("V1", {"zwfw_total": "2523", "zwfw_negative": "219", "zwfw_settled": "2304"}, "2523−219=2304 ✓"),
    (
        "V2",
        {"ent_new": "2499", "geti_new": "8837", "coop_new": "117", "market_new_total": "11453"},
        "2499+8837+117=11453 ✓",
    ),
    ("V3", {"market_new_total": "11453", "market_target": "1万"}, "11453≥10000 ✓"),
    (
        "V4",
        {"gfxwj_valid": "27", "gfxwj_repealed": "12", "gfxwj_lapsed": "6", "gfxwj_reviewed": "45"},
        "27+12+6=45 ✓",
    ),
    ("V5", REVIEW, "20+11+20+43+39+18+28=179 ✓"),
    ("V6", {"yshj_recv": "85", "yshj_done": "85", "yshj_rate": "100%"}, "85÷85=100% ✓"),
    ("V7", {"letter_recv": "140", "letter_done": "140", "letter_rate": "100%"}, "140÷140=100% ✓"),
    ("V9", {"gaoceng_grid": "68", "gaoceng_xq": "68"}, "68=68 ✓"),
    ("V10", {"fx_pai_team": "23", "fx_pai_p": "690"}, "690÷23=30，5≤30≤500 ✓"),
    ("V10-2", {"fx_pro_team": "3", "fx_pro_p": "240"}, "240÷3=80，5≤80≤500 ✓"),
    ("V22", {"grid1": "24", "grid2": "601", "grid3": "2012", "grid4": "21096"}, "24<601<2012<21096 ✓"),
    ("V23", {"xf_center_b": "813", "xf_center_p": "1325"}, "813≤1325 ✓"),
    ("V23-2", {"xf_town_b": "1681", "xf_town_p": "3058"}, "1681≤3058 ✓"),
    ("V23-3", {"xf_visit_b": "198", "xf_visit_p": "233"}, "198≤233 ✓"),
    ("V24", {"fy_aid_cases": "439", "fy_aid_p": "523"}, "439≤523 ✓"),
]


@pytest.mark.parametrize(("relation", "amounts", "working"), HOLDING, ids=[one[0] for one in HOLDING])
def test_what_holds_says_so_and_shows_its_working(relation, amounts, working):
    found = judged(relation, amounts)

    assert (found.verdict, found.working) == (Verdict.HOLDS, working)
    assert not found.is_trouble


IMPLIED = [
    ("V11", {"gaoxiao_national": "13", "gaoxiao_running": "6"}, "13−6=7", (7, 7)),
    (
        "V12",
        {"shixian_days_cut": "17242.5", "shixian_ratio": "93.63%"},
        "17242.5÷93.63%=18414～18416.5",
        (18414, Decimal("18416.5")),
    ),
    (
        "V13",
        {"rx12345": "18617", "rx12345_yoy": "26.44%"},
        "18617÷(1+26.44%)≈14724（四舍五入）或14723（截去尾数）",
        (14723, 14724),
    ),
    ("V21", {"shouwei_bufa": "122", "jianqing": "55", "congqing": "389"}, "122+55+389=566", (566, 566)),
    ("V25", {"hcp_bad": "3", "hcp_fix_rate": "100%"}, "100%×3=3", (3, 3)),
    ("V26", {"ysqgk_recv": "33", "ysqgk_rate": "100%"}, "100%×33=33", (33, 33)),
    ("V40", {"fy_apply": "179", "fy_reject_in": "20"}, "179−20=159", (159, 159)),
]


@pytest.mark.parametrize(
    ("relation", "amounts", "working", "whole"), IMPLIED, ids=[one[0] for one in IMPLIED]
)
def test_the_one_amount_that_is_not_printed_follows_from_the_others(relation, amounts, working, whole):
    found = judged(relation, amounts, "同比增长{{rx12345_yoy}}。")

    assert (found.verdict, found.working) == (Verdict.IMPLIED, working)
    assert found.implied
    assert found.implied.whole == whole


def test_a_change_that_no_whole_number_rounds_to_is_pointed_out_with_the_one_that_was_cut_off():
    found = judged("V14", {"wm_msg": "226", "wm_msg_yoy": "38.41%"}, MESSAGES)

    assert found.verdict is Verdict.TRUNCATED
    assert found.roundings == (Rounding.DOWN,)
    assert found.implied
    assert found.implied.spans == {Rounding.DOWN: (Decimal(367), Decimal(367))}
    assert found.working == "226÷(1−38.41%)≈367（截去尾数），四舍五入没有整数"
    assert found.is_doubtful


def test_a_percentage_no_whole_number_gives_in_any_way_fails():
    found = judged("V34", {"aj_count": "7", "aj_pass_rate": "84.15%"})

    assert found.verdict is Verdict.FAILS
    assert not found.is_error  # a denominator of its own may explain it
    assert "没有哪个整数" in found.words


FAILING = [
    (
        "V15",
        {"fy_ontime": "100%", "fy_pending": "28", "fy_apply": "179"},
        "28÷179=15.64%，100%−100%=0%，15.64%≤0% ✗",
    ),
    ("V16", {"ss_count": "22", "court_cases": "101"}, "22≠101 ✗"),
    ("V17", {"wm_msg": "226", "zwgk_msg": "270余"}, "226≠270余 ✗"),
    ("V19", {"jg_impl": "781", "jg_catalog": "783", "jg_cover": "100%"}, "781÷783=99.74%，印作100% ✗"),
]


@pytest.mark.parametrize(("relation", "amounts", "working"), FAILING, ids=[one[0] for one in FAILING])
def test_what_is_only_likely_is_in_doubt_until_a_note_explains_it(relation, amounts, working):
    found = judged(relation, amounts)
    noted = judged(relation, amounts, notes={next(iter(amounts)): "口径不同。"})

    assert (found.verdict, found.working) == (Verdict.FAILS, working)
    assert found.is_trouble
    assert not found.is_error
    assert noted.verdict is Verdict.EXPLAINED
    assert "口径不同" in noted.words
    assert noted.working == working.replace(" ✗", "（备注已说明）")
    assert not noted.is_trouble


def test_a_sum_that_fails_shows_the_addends_that_come_nearest():
    found = judged("V5", {**REVIEW, "fy_apply": "180", "fy_mediate": "31"})

    assert found.working == "20+11+20+43+39+18+28=179，行政复议申请却是180 ✗"


def test_a_note_does_not_make_wrong_arithmetic_right():
    found = judged("V5", {**REVIEW, "fy_apply": "180"}, notes={"fy_apply": "口径不同"})

    assert found.verdict is Verdict.FAILS
    assert found.is_error
    assert found.working == "20+11+20+43+39+18+28=179，行政复议申请却是180 ✗"
    assert "相差1" in found.words


def test_parts_that_a_report_may_lack_or_count_elsewhere_are_left_out_where_it_holds_without_them():
    with_changed = {**REVIEW, "fy_alter": "3", "fy_apply": "182"}
    with_mediated = {**REVIEW, "fy_mediate": "31"}

    assert judged("V5", with_changed).working == "20+11+3+20+43+39+18+28=182 ✓"
    found = judged("V5", with_mediated)
    assert found.working == "20+11+20+43+39+18+28=179 ✓"
    assert "fy_mediate" not in found.relation.indicators


def test_parts_that_are_already_too_many_fail_before_all_are_known():
    amounts = {key: value for key, value in REVIEW.items() if key != "fy_order"}

    assert judged("V5", amounts).verdict is Verdict.IMPLIED
    found = judged("V5", {**amounts, "fy_apply": "120"})
    assert found.verdict is Verdict.FAILS
    assert "−41" in found.words


@pytest.mark.parametrize(
    ("passed", "count", "rate", "verdict", "working"),
    [
        ("2369", "2474", "95.87%", Verdict.FAILS, "2369÷2474=95.76%，印作95.87% ✗"),
        ("2369", "2474", "95.76%", Verdict.ROUNDED, "2369÷2474=95.7558…%，四舍五入为95.76% ✓"),
        ("140", "151", "92.71%", Verdict.TRUNCATED, "140÷151=92.7152…%，截去尾数为92.71% ✓"),
        ("75", "151", "49.66%", Verdict.TRUNCATED, "75÷151=49.6688…%，截去尾数为49.66% ✓"),
        ("1", "8", "12.5%", Verdict.HOLDS, "1÷8=12.5% ✓"),
        ("1", "8", "125‰", Verdict.HOLDS, "1÷8=125‰ ✓"),
        ("3", "700", "4.3‰", Verdict.ROUNDED, "3÷700=4.285…‰，四舍五入为4.3‰ ✓"),
        ("3", "700", "4.5‰", Verdict.FAILS, "3÷700=4.3‰，印作4.5‰ ✗"),
        ("29999", "30000", "100%", Verdict.FAILS, "29999÷30000=99.9967%，印作100% ✗"),
    ],
)
def test_a_rate_is_right_when_it_was_rounded_or_cut_off_to_what_is_printed(
    passed, count, rate, verdict, working
):
    found = judged("V34", {"aj_passed": passed, "aj_count": count, "aj_pass_rate": rate})

    assert (found.verdict, found.working) == (verdict, working)


def test_a_change_with_both_years_known_is_reckoned_with_its_direction():
    amounts = {"wm_msg": "226", "wm_msg.last": "367", "wm_msg_yoy": "38.41%"}

    found = judged("V14", amounts, MESSAGES)
    assert (found.verdict, found.working) == (
        Verdict.TRUNCATED,
        "(226−367)÷367=−38.4196…%，截去尾数为−38.41% ✓",
    )
    assert "四舍五入应为−38.42%" in found.words
    assert judged("V14", amounts, MESSAGES.replace("减少", "增长")).is_error


def test_what_was_cut_to_ten_thousands_is_compared_as_such():
    amounts = {"ent_new": "2499", "geti_new": "8837", "coop_new": "117"}

    assert judged("V2", {**amounts, "market_new_total": "1.15万"}).verdict is Verdict.ROUNDED
    assert judged("V2", {**amounts, "market_new_total": "1.14万"}).verdict is Verdict.TRUNCATED
    assert judged("V2", {**amounts, "market_new_total": "1.3万"}).is_error
    assert (
        judged("V2", {**amounts, "geti_new": "0.88万", "market_new_total": "11453"}).verdict
        is Verdict.ROUNDED
    )


def test_two_sums_that_should_be_equal_may_differ_by_the_last_digits_of_their_parts():
    equal = Relation("x", "x", "ent_new + geti_new == coop_new + market_target")
    amounts = {"ent_new": "1.2万", "geti_new": "300", "coop_new": "12400"}

    for target, verdict in (("0", Verdict.ROUNDED), ("900", Verdict.ROUNDED), ("901", Verdict.FAILS)):
        assert judge(report_with({**amounts, "market_target": target}), equal).verdict is verdict


def test_a_state_of_a_report_is_judged_once_and_another_state_anew():
    report = report_with(REVIEW)

    assert judgements(report_with(REVIEW)) is judgements(report)
    assert judge(report, relations()["V5"]) is next(
        one for one in judgements(report) if one.relation.id == "V5"
    )
    assert judge(report_with({**REVIEW, "fy_apply": "180"}), relations()["V5"]).is_error


def test_an_approximate_amount_proves_no_equation_but_its_reckoning_is_shown():
    found = judged("V18", {"jg_enforcer": "1062多", "jg_staff": "1080", "zf_reg_rate": "100%"})

    assert (found.verdict, found.working) == (Verdict.APPROXIMATE, "1062多÷1080≈98.33%，印作100%")
    assert found.is_doubtful


def test_an_approximate_amount_can_still_be_impossible_but_is_no_certain_error():
    amounts = {"ent_new": "2499", "geti_new": "8837", "coop_new": "117"}

    assert judged("V2", {**amounts, "market_new_total": "1.1万余"}).verdict is Verdict.APPROXIMATE
    found = judged("V2", {**amounts, "market_new_total": "2万余"})
    assert found.verdict is Verdict.FAILS
    assert not found.is_error


@pytest.mark.parametrize(
    ("people", "verdict"),
    [("500以上", Verdict.HOLDS), ("约430", Verdict.APPROXIMATE), ("300余", Verdict.FAILS)],
)
def test_an_order_with_an_approximate_amount_is_decided_where_it_can_be(people, verdict):
    assert judged("V24", {"fy_aid_cases": "439", "fy_aid_p": people}).verdict is verdict


def test_a_likely_relation_tells_no_rate_that_is_not_printed():
    assert judged("V18", {"jg_enforcer": "921", "jg_staff": "936"}).verdict is Verdict.UNKNOWN


def test_of_two_amounts_that_should_be_equal_one_alone_tells_nothing():
    assert judged("V16", {"ss_count": "63"}).verdict is Verdict.UNKNOWN


def test_an_order_is_not_broken_by_the_last_digit_of_a_rounded_rate():
    cases = {"court_appear": "20", "court_cases": "21"}

    assert judged("V47", {**cases, "cting_rate": "95.24%"}).verdict is Verdict.HOLDS
    assert judged("V47", {**cases, "cting_rate": "95.23%"}).verdict is Verdict.ROUNDED
    assert judged("V47", {**cases, "cting_rate": "94.5%"}).verdict is Verdict.FAILS


def test_a_rise_in_points_adds_to_last_years_rate():
    own = Indicator("own_1", "败诉率同比", "百分点", Kind.CHANGE, base="ss_lose_rate")
    report = report_with({"ss_lose_rate": "8.33%", "own_1": "1.2"}, "同比下降{{own_1}}个百分点。", (own,))

    found = next(one for one in judgements(report) if one.relation.id == "YOY:own_1")
    assert found.working.startswith("8.33%+1.2个百分点=")


def test_dividing_by_nought_and_missing_amounts_are_said_in_words():
    nought = judged("V6", {"yshj_recv": "0", "yshj_done": "0", "yshj_rate": "100%"})
    missing = judged("V5", {"fy_apply": "179", "fy_uphold": "43"})

    assert nought.verdict is missing.verdict is Verdict.UNKNOWN
    assert "除以的数是0" in nought.words
    assert "缺不予受理行政复议申请" in missing.words


def test_only_relations_of_which_an_amount_is_known_are_judged_in_their_order():
    report = report_with({"letter_recv": "140", "fy_apply": "179"})

    found = [one.relation.id for one in judgements(report)]
    assert {"V5", "V7", "V40"} <= set(found)
    assert "V2" not in found
    assert found == [one for one in relations() if one in found]


def test_a_change_the_report_states_in_its_own_words_is_a_relation_too():
    own = Indicator("own_1", "败诉率同比", "百分点", Kind.CHANGE, base="ss_lose_rate")
    amounts = {"ss_lose_rate": "8.51%", "ss_lose_rate.last": "11.11%", "own_1": "2.60"}
    report = report_with(amounts, "同比下降{{own_1}}个百分点。", (own,))

    found = next(one for one in judgements(report) if one.relation.id == "YOY:own_1")
    assert (found.verdict, found.working) == (Verdict.HOLDS, "8.51%−11.11%=−2.60个百分点 ✓")


PARTS = ["fy_reject_in", "fy_revoke", "fy_dismiss", "fy_uphold", "fy_terminate", "fy_order", "fy_pending"]
COUNTS = st.lists(st.integers(0, 10**6), min_size=len(PARTS), max_size=len(PARTS))


def counted(counts: list[int], total: int) -> Report:
    amounts = dict(zip([*PARTS, "fy_apply"], [*counts, total], strict=True))
    return Report(
        2024,
        "county-regulation",
        figures=tuple(Figure(one, Quantity(str(count))) for one, count in amounts.items()),
    )


@settings(max_examples=50)
@given(COUNTS, st.integers(0, len(PARTS) - 1), st.integers(1, 1000))
def test_a_sum_built_to_hold_holds_and_one_changed_part_fails_it(counts, at, by):
    total = sum(counts)
    changed = [count + by if place == at else count for place, count in enumerate(counts)]

    assert judge(counted(counts, total), relations()["V5"]).verdict is Verdict.HOLDS
    assert judge(counted(changed, total), relations()["V5"]).is_error


@settings(max_examples=50)
@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(0, 3))
def test_a_rate_printed_with_any_decimals_holds_and_its_numerator_is_among_those_implied(
    part, more, decimals
):
    whole = part + more
    rate = round(Decimal(part) * 100 / whole + Decimal("1e-12"), decimals)
    printed = {"aj_count": str(whole), "aj_pass_rate": f"{rate}%"}

    found = judged("V34", {**printed, "aj_passed": str(part)})
    implied = judged("V34", printed).implied
    if rate not in (0, 100):  # all or nothing is a claim of its own
        assert found.verdict in (Verdict.HOLDS, Verdict.ROUNDED)
        assert implied
        low, high = implied.spans[Rounding.HALF_UP]
        assert low <= part <= high


def test_a_relation_of_any_form_is_judged_without_complaint():
    relation = Relation("X", "各队人数", "fx_pai_p + fx_pro_p == fx_soc_p + fx_minbing_p", Strength.SOFT)
    report = report_with({"fx_pai_p": "30", "fx_pro_p": "20", "fx_soc_p": "40", "fx_minbing_p": "20"})

    assert judge(report, relation).working == "30+20=50，40+20=60，50=60 ✗"
