"""The sample report, read once for all tests of a process: it is frozen, and reading it takes a tenth of a second."""

from functools import cache

from actions import sample

sample_report = cache(sample.sample_report)
