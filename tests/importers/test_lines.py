"""Lines above the title: which field of the letterhead each of them fills in."""

import pytest

from importers.lines import masthead


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("云政〔2026〕5号", {"doc_number": "云政〔2026〕5号"}),
        ("云政〔2026〕 5号　　签发人：周明远", {"doc_number": "云政〔2026〕5号", "signatories": "周明远"}),
        ("云政〔 〕 号 签发人：周明远", {"doc_number": "云政〔〕号", "signatories": "周明远"}),
        ("云政〔2026〕号", {"doc_number": "云政〔2026〕号"}),
        ("签发人：周明远 林知秋", {"signatories": "周明远、林知秋"}),
        ("今天是2026年3月1日", {}),
    ],
)
def test_a_head_is_recognised_whether_its_number_is_filled_in_or_not(
    line: str, fields: dict[str, str]
) -> None:
    assert masthead(line) == fields
