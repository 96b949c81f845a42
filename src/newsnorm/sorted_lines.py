r"""Sorted lines, kept as the file has them: to read them is to keep them, and a search cuts up only what it finds.

>>> lines = SortedLines.of(["Kiev\tplace/kyiv", "Lviv\tplace/lviv"])
>>> lines.starting_with("Lviv\t"), lines.starting_with("L\t"), list(lines)[0], len(lines)
(('Lviv\tplace/lviv',), (), 'Kiev\tplace/kyiv', 2)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SortedLines"]

# What is left of the lines, in bytes, when going through it is quicker than halving it once more.
_NEAR = 512


class SortedLines:
    """Lines in the order of their code points, which is that of their bytes. Immutable; equal with the same lines.

    Args:
        data: The lines in UTF-8, each after a line break, and one line break at the end.
        start: Where the first of these line breaks is; what stands before it is none of the lines.

    """

    __slots__ = ("_data", "_start")

    def __init__(self, data: bytes, start: int = 0) -> None:
        self._data = data
        self._start = start

    @classmethod
    def of(cls, lines: Iterable[str]) -> SortedLines:
        """Return `lines`, which are sorted, as such."""
        return cls("".join(["\n", *(f"{line}\n" for line in lines)]).encode("utf-8", "surrogatepass"))

    def __iter__(self) -> Iterator[str]:
        return iter(self._data[self._start :].decode("utf-8", "surrogatepass").split("\n")[1:-1])

    def __len__(self) -> int:
        return self._data.count(b"\n", self._start) - 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SortedLines) and self._data[self._start :] == other._data[other._start :]

    def __hash__(self) -> int:
        return hash(self._data[self._start :])

    def __contains__(self, line: str) -> bool:
        """Return whether `line` is one of them.

        >>> "Kiev" in SortedLines.of(["Kiev", "Lviv"]), "Ki" in SortedLines.of(["Kiev", "Lviv"])
        (True, False)
        """
        start = self._find(line)  # of all that begin with it the first, since it is the shortest
        return start >= 0 and self._data.startswith(f"\n{line}\n".encode("utf-8", "surrogatepass"), start)

    def hold(self, piece: str) -> bool:
        """Return whether `piece` stands anywhere in them."""
        return self._data.find(piece.encode("utf-8", "surrogatepass"), self._start) >= 0

    def starting_with(self, head: str) -> tuple[str, ...]:
        """Return the lines that begin with `head`."""
        data, wanted = self._data, b"\n" + head.encode("utf-8", "surrogatepass")
        start = end = self._find(head)
        if start < 0:
            return ()
        while end < len(data) - 1 and data.startswith(wanted, end):
            end = data.index(b"\n", end + 1)
        return tuple(data[start + 1 : end].decode("utf-8", "surrogatepass").split("\n"))

    def _find(self, head: str) -> int:
        """Return where the line break before the first line is that begins with `head`, -1 if none does."""
        data, wanted = self._data, b"\n" + head.encode("utf-8", "surrogatepass")
        size = len(wanted)
        # A line break before the first line that is wanted, and one after which nothing is smaller.
        low, high = self._start, len(data) - 1
        while high - low > _NEAR:
            middle = data.rindex(b"\n", low, (low + high) // 2 + 1)
            if middle == low:  # a line longer than half of what is left
                break
            if data[middle : middle + size] < wanted:
                low = middle
            else:
                high = middle
        start = data.find(wanted, low, high + size)
        return -1 if start == len(data) - 1 else start
