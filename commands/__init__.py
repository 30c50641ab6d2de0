"""The commands of the command line, each a few lines that call an action and say what came of it.

`SUBCOMMANDS` holds all of them in the order of the help.
"""

from commands import backups, departments, papers, reports, rolling, summarising

SUBCOMMANDS = (
    *reports.SUBCOMMANDS,
    *papers.SUBCOMMANDS,
    *rolling.SUBCOMMANDS,
    *departments.SUBCOMMANDS,
    *summarising.SUBCOMMANDS,
    *backups.SUBCOMMANDS,
)
