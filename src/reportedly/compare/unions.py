"""Joining things into groups: union–find whose representative is always the smallest member, so that order does not matter."""

from __future__ import annotations


class Unions:
    """Groups of the numbers 0 … n − 1."""

    def __init__(self, n: int) -> None:
        self._parent = list(range(n))

    def root(self, i: int) -> int:
        """The smallest member of the group of i."""
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        a, b = self.root(i), self.root(j)
        self._parent[max(a, b)] = min(a, b)

    def roots(self) -> list[int]:
        """The group of each, named by its smallest member."""
        return [self.root(i) for i in range(len(self._parent))]

    def groups(self) -> list[list[int]]:
        """The groups of two and more, each in order, those with the smallest member first."""
        out: dict[int, list[int]] = {}
        for i, parent in enumerate(self._parent):
            if parent != i:
                root = self.root(i)
                out.setdefault(root, [root]).append(i)
        return [g for _, g in sorted(out.items())]
