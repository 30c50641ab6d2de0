"""The step to another year: roll."""

import argparse

from actions.showing import show_words
from commands.answer import Answer, Command, opened_store
from commands.subcommand import Subcommand, takes_report
from models.carrying import Treatment
from models.errors import UserError


def _arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("--year", type=int, required=True, metavar="Y", help="新报告的年度")
    parser.add_argument(
        "--section",
        action="append",
        default=[],
        metavar="KEY=HOW",
        help="某一部分怎样结转：copy照抄，reference只作参考，leave不要；不足和安排默认只作参考，其余照抄",
    )


def _roll(command: Command) -> Answer:
    from actions.rolling import roll_stored

    wanted = command.arguments
    treatments = dict(map(_treatment, wanted.section))
    with opened_store(command) as store:
        rolled = roll_stored(store, wanted.id, wanted.year, treatments)
    words = tuple(
        f"  {one.quote}　{one.word} → {one.suggestion or '请核对'}（{one.advice}）" for one in rolled.words
    )
    how = tuple(
        f"{one.label}：{'、'.join(keys)}"
        for one in Treatment
        if (keys := [key for key, chosen in rolled.treatments.items() if chosen is one])
    )
    return Answer(
        {
            "id": rolled.id,
            "sections": dict(rolled.treatments),
            "notes": list(rolled.notes),
            "words": show_words(rolled.words),
        },
        (
            f"报告{wanted.id} → 报告{rolled.id}",
            *how,
            *rolled.notes,
            f"年份和时效词{len(words)}处，都没有自动改，请逐处核对。",
            *words,
        ),
    )


def _treatment(text: str) -> tuple[str, Treatment]:
    key, _, how = text.partition("=")
    if how not in set(Treatment):
        known = "、".join(f"{one}（{one.label}）" for one in Treatment)
        raise UserError(f"“{text}”不是“部分=怎样结转”的写法，什么也没有改动；怎样结转请从{known}中选。")
    return key.strip(), Treatment(how)


SUBCOMMANDS = (Subcommand("roll", "结转：由这份报告起草以后年度的报告", _roll, _arguments),)
