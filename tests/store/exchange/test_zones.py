"""Zones as other programs name them."""

import pytest

from alarmclock.store.exchange.zones import iana_zone


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ('"Europe/Berlin"', "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin"),
        (
            "/citadel.org/20250101_1/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("Middle-earth/Shire", None),
        ("../../etc/passwd", None),
        ("/etc/localtime", None),
        ("", None),
        ("\0", None),
    ],
)
def test_names_become_those_of_iana(name, zone):
    """Or nothing."""
    assert iana_zone(name) == zone
