"""Many games among bots, and what they show (RULES appendix C)."""

from game.study.batch import run_batch
from game.study.report import TableRows, tables_of
from game.study.summary import BatchResult

__all__ = ["BatchResult", "TableRows", "run_batch", "tables_of"]
