"""Two states of one report that went apart, brought together again: what each side changed since they were one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.archive import Archive, report_in
from models.content import changed_keys, contested_keys, with_changes
from models.indicator import Indicator
from models.report import Report, Stage
from models.version import Version, content_hash, written_content


@dataclass(frozen=True, slots=True)
class Reunion:
    """The report with both sides' changes; the content keys that both changed, which stay as they are here.

    `is_based`: a state was found that both come from. Without one nothing is taken over, for nobody knows which side
    is the newer; every key that differs counts as contested.
    """

    report: Report
    contested: frozenset[str]
    is_based: bool


def reunited(here: Report, kept: Sequence[Version], archive: Archive) -> Reunion:
    """What `here`, whose versions are `kept`, becomes with what was changed in an archive of the same report."""
    there = archive.report
    if here == there:
        return Reunion(here, frozenset(), is_based=True)
    base = _newest_common(here, kept, archive)
    if base is None or _clashing(base, here, there):
        return Reunion(here, changed_keys(here, there), is_based=False)
    merged = with_changes(there, base, here)
    merged = replace(merged, own_indicators=merged.own_indicators + _new_indicators(base, merged, there))
    if merged not in {here, there}:  # what is neither side's was signed off by nobody
        merged = replace(merged, stage=Stage.DRAFT)
    return Reunion(merged, contested_keys(base, here, there), is_based=True)


def added_versions(kept: Sequence[Version], archive: Archive) -> tuple[tuple[Version, str], ...]:
    """The archive's versions that are not among those `kept`, as they come behind them."""
    known = {(one.hash, one.time, one.kind) for one in kept}
    first = max((one.number for one in kept), default=0) + 1
    new = [one for one in archive.versions if (one[0].hash, one[0].time, one[0].kind) not in known]
    return tuple(
        (replace(version, number=number), written) for number, (version, written) in enumerate(new, first)
    )


def _newest_common(here: Report, kept: Sequence[Version], archive: Archive) -> Report | None:
    """The state both come from that is farthest on, on both sides; None where there is none."""
    pairs = list(_common(here, kept, archive))
    found = max(pairs, key=lambda pair: pair[:2])[2] if pairs else None
    return report_in(found) if isinstance(found, str) else found


def _common(
    here: Report, kept: Sequence[Version], archive: Archive
) -> Iterator[tuple[bool, int, Report | str]]:
    """States of both sides: whether they are surely one, how far on, the report or its content.

    The same version (hash and time) is surely one, and so is what one side holds now. The same content alone may have
    come back later, when an older version was restored.
    """
    moments = {(one.hash, one.time): one.number for one in kept}
    by_hash = {one.hash: one.number for one in kept}
    now_here = content_hash(written_content(here))
    now_there = content_hash(written_content(archive.report))
    if now_there in by_hash:
        yield True, by_hash[now_there], archive.report
    for version, written in archive.versions:
        if version.hash == now_here:
            yield True, version.number, here
        if version.hash in by_hash:
            number = moments.get((version.hash, version.time))
            ours = by_hash[version.hash] if number is None else number
            yield number is not None, min(ours, version.number), written


def _clashing(base: Report, here: Report, there: Report) -> bool:
    """Whether an indicator of the report's own became something else on each side: links would show the wrong one."""
    ours, theirs, before = ({one.id: one for one in report.own_indicators} for report in (here, there, base))
    return any(
        ours[key] != theirs[key] and before.get(key) not in {ours[key], theirs[key]}
        for key in ours.keys() & theirs.keys()
    )


def _new_indicators(base: Report, merged: Report, there: Report) -> tuple[Indicator, ...]:
    """Indicators of the report's own that came to be there, where both sides changed the list."""
    known = {one.id for one in (*base.own_indicators, *merged.own_indicators)}
    return tuple(one for one in there.own_indicators if one.id not in known)
