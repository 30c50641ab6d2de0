"""What editing does to a report's stage: what was frozen stays frozen, and the draft is a draft again."""

from dataclasses import replace

from models.report import Report, Stage


def after_edit(before: Report, after: Report) -> Report:
    """`after`, back in the stage of a draft if it differs from a `before` that had been frozen as a stage.

    What is ignored of the findings stands on no paper. Who gives it another stage himself knows what he does (freezing,
    restoring, undoing).
    """
    if before.stage is Stage.DRAFT or after.stage is not before.stage or _is_same_paper(before, after):
        return after
    return replace(after, stage=Stage.DRAFT)


def _is_same_paper(before: Report, after: Report) -> bool:
    return replace(after, ignored=before.ignored) == before
