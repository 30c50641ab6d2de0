"""Items divided, joined and moved between levels: no word is lost."""

from models.dividing import can_merge, lowered, raised, with_item_split, with_items_merged
from models.editing import with_item_moved
from models.report import Item, Report, Section

BELOW = (Item("审核", ("甲。",)), Item("清理", ("乙。",)))
REPORT = Report(
    2026,
    "county-regulation",
    sections=(
        Section(
            "measures",
            "举措",
            items=(Item("职能", ("前。", "后。"), BELOW), Item("制度", ("丙。",)), Item("纠纷")),
        ),
    ),
)


def items(report: Report) -> tuple[Item, ...]:
    section = report.section("measures")
    assert section is not None
    return section.items


def test_a_split_item_keeps_what_stood_before_the_caret() -> None:
    found = items(with_item_split(REPORT, "measures", (1,), ("前。",), ("后。",)))

    assert [(one.title, one.paragraphs, one.items) for one in found[:2]] == [
        ("职能", ("前。",), ()),
        ("", ("后。",), BELOW),
    ]


def test_a_merged_item_keeps_the_heading_of_the_other_as_its_first_words() -> None:
    found = items(with_items_merged(REPORT, "measures", (2,)))

    assert [(one.title, one.paragraphs) for one in found] == [
        ("职能", ("前。", "后。")),
        ("制度", ("丙。", "纠纷。")),
    ]


def test_splitting_and_merging_again_gives_the_paragraphs_as_they_were() -> None:
    split = with_item_split(REPORT, "measures", (2,), (), ("丙。",))

    assert items(with_items_merged(split, "measures", (2,))) == items(REPORT)


def test_items_with_others_below_them_do_not_swallow_the_next() -> None:
    assert not can_merge(REPORT, "measures", (1,))
    assert can_merge(REPORT, "measures", (2,))
    assert not can_merge(REPORT, "measures", (3,))


def test_one_level_down_and_up_again_is_where_it_was() -> None:
    down = lowered(REPORT, "measures", (2,))
    assert down == (1, 3)
    moved = with_item_moved(REPORT, "measures", (2,), down)
    up = raised(down)

    assert up == (2,)
    assert items(with_item_moved(moved, "measures", down, up)) == items(REPORT)


def test_the_first_has_nothing_to_go_below_and_the_top_nothing_above() -> None:
    assert lowered(REPORT, "measures", (1,)) is None
    assert raised((1,)) is None
