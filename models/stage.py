"""How far a report has come. By itself, so that the list of reports needs no more of a report than this."""

from enum import StrEnum


class Stage(StrEnum):
    """How far a report has come; everything after 起草 is printed on the first page."""

    DRAFT = "起草"
    COMMENT = "征求意见稿"
    REVIEW = "送审稿"
    FINAL = "定稿"
