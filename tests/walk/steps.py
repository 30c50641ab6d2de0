"""The walk: every step once, in order, for the tests, for a real X server and for the pictures of the manual."""

from tests.walk.papers import PAPERS
from tests.walk.writing import WRITING

STEPS = (*WRITING, *PAPERS)
