"""What is still needed for full marks and for every target, by which day; and the deadline calendar."""

from pairing_cli.todo.agenda import Wanted, agenda
from pairing_cli.todo.bulletin import bulletin
from pairing_cli.todo.deadlines import deadlines

__all__ = ["Wanted", "agenda", "bulletin", "deadlines"]
