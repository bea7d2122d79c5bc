"""Many writes that become durable in one go."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class Batch:
    """One transaction that begins with the first of its parts; a part is written whole or not.

    A part of a single statement is whole by itself: SQLite takes back a statement that fails.

    SQLite gives up a whole transaction where the disk is full or fails: the parts that were written
    before are lost with it, and `commit` says so.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._has_begun = False
        self._failure: sqlite3.Error | None = None

    @property
    def has_begun(self) -> bool:
        """True once a part was written, or could not be."""
        return self._has_begun or self._failure is not None

    @contextmanager
    def part(self, *, is_one_statement: bool = False) -> Iterator[None]:
        """Write a part. Raises sqlite3.Error, at once where the batch is lost already."""
        self._begin()
        try:
            if is_one_statement:
                yield
            else:
                with self._savepoint():
                    yield
        except sqlite3.Error as error:
            if not self._connection.in_transaction:
                self._failure = error
            raise

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        connection = self._connection
        connection.execute("SAVEPOINT part")
        try:
            yield
            connection.execute("RELEASE part")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO part")
                connection.execute("RELEASE part")
            raise

    def commit(self) -> None:
        """Make all parts durable. Raises sqlite3.Error where any was lost."""
        if self._has_begun and self._failure is not None:
            raise self._failure
        if not self._connection.in_transaction:
            return
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _begin(self) -> None:
        """Begin once; nobody waits a second time for a database that somebody else has locked."""
        if self._failure is not None:
            raise self._failure
        if self._has_begun:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            self._failure = error
            raise
        self._has_begun = True
