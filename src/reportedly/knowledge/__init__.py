"""What Reportedly knows of actors before it reads: states, their organs and offices, armed groups, bodies, outlets, people.

The knowledge is YAML, written by hand from public facts and checked by `check_knowledge`; see `files` for where it lies.
"""

from reportedly.knowledge.check import Problem, check_knowledge
from reportedly.knowledge.entries import Entry, Holder, Knowledge, Office, Tenure
from reportedly.knowledge.load import load_knowledge

__all__ = ["Entry", "Holder", "Knowledge", "Office", "Problem", "Tenure", "check_knowledge", "load_knowledge"]
