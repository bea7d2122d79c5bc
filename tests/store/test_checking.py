"""Tests of what may be opened. What becomes of the rest is tested with the opening."""

import pytest

from alarmclock.store.checking import check_sqlite
from alarmclock.store.errors import StoreUnusable


def test_an_sqlite_without_strict_tables_is_refused():
    """The sentence names both versions."""
    with pytest.raises(StoreUnusable, match=r"needs SQLite 3\.37\.0 or newer; .* has 3\.36\.1"):
        check_sqlite((3, 36, 1))


@pytest.mark.parametrize("version", [(3, 37, 0), (3, 40, 1), (4, 0, 0)])
def test_a_newer_sqlite_is_fine(version):
    """Debian 12 has 3.40."""
    check_sqlite(version)
