"""Recognising an indicator by the words around an amount."""

import pytest

from importers.aliases import Alias, last_place
from importers.labels import labels
from importers.numbers import amounts


def fits(alias: str, text: str) -> bool:
    [label, *_] = labels(text, amounts(text))
    return Alias.parse(alias).fits(label)


@pytest.mark.parametrize(
    ("alias", "text"),
    [
        ("法律援助案件", "共受理法律援助案件439件"),
        ("法律援助", "法律援助案件共计439件"),
        ("一件事一次办事项", "“一件事一次办”事项88个"),
        ("营商环境…投诉", "涉及营商环境方面的投诉85起"),
        ("清理#规范性文件", "清理45件规范性文件"),
        ("#规范性文件…清理", "45件规范性文件进行了清理"),
        ("法治讲座", "举办6场法治讲座"),
        ("撤销", "其中，依法撤销11件"),
        ("撤销", "作出撤销11件"),
        ("#…调委会", "18个专业性调委会"),
    ],
)
def test_an_alias_fits_the_words_it_means(alias, text):
    assert fits(alias, text)


@pytest.mark.parametrize(
    ("alias", "text"),
    [
        ("撤销", "商标撤销11件"),
        ("撤销", "撤销登记11件"),
        ("清理#规范性文件", "印发45件规范性文件"),
        ("营商环境…投诉", "营商环境，接到投诉85起"),
        ("#…调委会", "23个村均建立调委会"),
        ("法治讲座", "走访后举办的活动6场法治讲座"),
        ("法律援助案件", "法律援助案件质量评查439件"),
    ],
)
def test_an_alias_fits_no_other_words(alias, text):
    assert not fits(alias, text)


def test_words_of_the_context_are_looked_for_from_the_end():
    assert last_place("复议", "复议与复议") == 3
    assert last_place("人大…建议", "人大代表的建议") == 0
    assert last_place("人大", "政协") == -1
