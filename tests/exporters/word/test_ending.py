"""The end of a paper in Word: list of attachments, organs and date in the three ways of attesting, attachments."""

import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from models.document import AttachmentList, AttachmentStart, Ending, Note, Paragraph, Signature
from tests.exporters.word_file import opened, part, style, value


def test_the_date_stands_four_characters_from_the_right_and_the_organ_is_centred_over_it():
    organ, date = opened(Signature(("云岭县人民政府",), "2027年2月9日")).paragraphs

    assert value(date.style.element, "w:pPr/w:ind", "rightChars") == "400"
    assert not value(date._p, "w:pPr/w:ind", "rightChars")
    room = 28 - int(value(organ._p, "w:pPr/w:ind", "leftChars")) / 100
    assert value(organ.style.element, "w:pPr/w:jc") == "center"
    assert room / 2 == pytest.approx(4 + 6 / 2, abs=0.1)


def test_an_organ_too_long_to_be_centred_ends_at_the_edge_and_the_date_moves_below_its_middle():
    organ, date = opened(
        Signature(("某某经济技术开发区管理委员会综合行政执法局",), "2027年2月9日")
    ).paragraphs

    room = 28 - int(value(organ._p, "w:pPr/w:ind", "leftChars")) / 100
    assert room == pytest.approx(21, abs=0.3)
    assert int(value(date._p, "w:pPr/w:ind", "rightChars")) == pytest.approx(750, abs=20)


def test_two_organs_stand_beside_each_other_at_tabs():
    organs, _ = opened(Signature(("中共云岭县委员会", "云岭县人民政府"), "2027年2月9日")).paragraphs

    assert organs.text == "\t中共云岭县委员会\t云岭县人民政府"
    assert len(list(organs._p.iter(qn("w:tab")))) == 4


def test_the_signature_stays_with_the_body_and_the_note():
    body, organ, date, note = opened(
        Paragraph("正文。"), Signature(("云岭县人民政府",), "2027年2月9日"), Note("此件公开发布")
    ).paragraphs

    assert [one.paragraph_format.keep_with_next for one in (body, organ, date, note)] == [
        True,
        True,
        True,
        None,
    ]


def test_titles_of_several_attachments_hang_below_each_other():
    first, second = opened(AttachmentList(("指标表", "台账"))).paragraphs

    assert [value(one._p, "w:pPr/w:ind", "leftChars") for one in (first, second)] == ["600", "600"]
    assert [value(one._p, "w:pPr/w:ind", "hangingChars") for one in (first, second)] == ["400", "100"]


def test_a_single_attachment_has_no_number():
    listed, mark, _ = opened(AttachmentList(("指标表",)), AttachmentStart(None, "指标表")).paragraphs

    assert (listed.text, mark.text) == ("附件：指标表", "附件")


def test_an_attachment_begins_a_page_without_a_page_break_character():
    file = opened()

    assert file.styles["附件序号"].paragraph_format.page_break_before
    assert part("document").find(f".//{qn('w:br')}") is None


def places(ending: Ending, organ: str, date: str, position: str = "") -> list[BaseOxmlElement]:
    """The paragraphs of an ending."""
    return [one._p for one in opened(Signature((organ,), date, ending, position)).paragraphs]


def from_right(paragraph: BaseOxmlElement) -> float:
    """Its distance from the right edge in characters, its own or its style's; twips agree with it."""
    own = (
        paragraph
        if value(paragraph, "w:pPr/w:ind", "rightChars")
        else style(value(paragraph, "w:pPr/w:pStyle"))
    )
    count = int(value(own, "w:pPr/w:ind", "rightChars")) / 100
    assert int(value(own, "w:pPr/w:ind", "right")) == pytest.approx(count * 315, abs=2)
    return count


def test_without_a_seal_the_organ_is_two_characters_from_the_right_and_the_date_begins_two_behind_it():
    organ, date = places(Ending.UNSEALED, "云岭县人民政府", "2027年2月9日")

    assert value(organ, "w:pPr/w:spacing", "beforeLines") == "100"
    assert from_right(organ) == 2
    assert 28 - from_right(date) - 6 == pytest.approx(28 - 2 - 7 + 2, abs=0.2)


def test_without_a_seal_the_longer_date_is_two_characters_from_the_right_and_the_organ_moves():
    organ, date = places(Ending.UNSEALED, "云岭县司法局", "2027年12月19日")

    assert from_right(date) == 2
    assert 28 - from_right(organ) - 6 == pytest.approx(28 - 2 - 7 - 2, abs=0.2)


def test_with_a_stamp_the_office_stands_before_its_room_and_the_date_a_line_below_it():
    office, date = places(Ending.STAMPED, "云岭县人民政府", "2027年2月9日", "县长")

    stamp = 40 / 25.4 * 1440 / 315
    assert from_right(office) == pytest.approx(4 + stamp + 2, abs=0.05)
    assert from_right(date) == 4
    above = int(value(office, "w:pPr/w:spacing", "before"))
    below = int(value(date, "w:pPr/w:spacing", "before"))
    assert above + below + 579 == pytest.approx((2 + 2 + 1) * 579, abs=6)
    assert above + 0.8 * 579 == pytest.approx(2 * 579 + 579 + 0.38 * 320, abs=6)
    assert (value(office, "w:pPr/w:spacing", "line"), value(office, "w:pPr/w:spacing", "lineRule")) == (
        "579",
        "exact",
    )


def test_with_a_stamp_and_no_office_its_room_is_kept_all_the_same():
    (date,) = places(Ending.STAMPED, "云岭县人民政府", "2027年2月9日")

    assert value(date, "w:pPr/w:spacing", "beforeLines") == "500"


@pytest.mark.parametrize("ending", Ending)
def test_an_ending_stays_on_the_page_of_the_text_above(ending: Ending):
    paragraphs = opened(
        Paragraph("正文。"),
        AttachmentList(("指标表", "台账")),
        Signature(("云岭县人民政府",), "2027年2月9日", ending, "县长"),
    ).paragraphs

    kept = [one.paragraph_format.keep_with_next for one in paragraphs]
    assert kept == [True] * (len(paragraphs) - 1) + [None]
