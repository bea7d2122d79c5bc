"""An outlet that stands as it is told."""

from alarmclock.core.surroundings.outlet import NO_OUTPUT, UNKNOWN_OUTPUT, FixedOutlet, Output

MUTED = Output("Speakers", is_muted=True, volume=30)


def test_it_is_raised_and_put_back():
    """A ring unmutes the speakers, and afterwards they are as they were."""
    outlet = FixedOutlet(MUTED)
    outlet.raise_to(70)
    outlet.raise_to(50)
    assert outlet.output == Output("Speakers", is_muted=False, volume=70)
    outlet.put_back()
    assert outlet.output == MUTED


def test_where_nothing_is_known_nothing_is_changed():
    """There may be no device, or nobody who tells of it."""
    for output in (NO_OUTPUT, UNKNOWN_OUTPUT):
        outlet = FixedOutlet(output)
        outlet.raise_to(70)
        outlet.put_back()
        assert outlet.output == output


def test_who_listens_hears_of_changes():
    """Until it is closed."""
    outlet, heard = FixedOutlet(), []
    outlet.listen(lambda: heard.append(outlet.output))
    outlet.change(MUTED)
    outlet.close()
    outlet.change(NO_OUTPUT)
    assert heard == [MUTED]


def test_what_a_person_raised_stays():
    """Nobody who pressed Unmute wants to be muted afterwards."""
    outlet = FixedOutlet(MUTED)
    outlet.raise_to(70)
    outlet.raise_to(70, for_good=True)
    outlet.put_back()
    assert outlet.output == Output("Speakers", is_muted=False, volume=70)


def test_what_somebody_changed_meanwhile_stays():
    """Who turned it down during the ring wants it so."""
    outlet, quieter = FixedOutlet(MUTED), Output("Speakers", is_muted=False, volume=40)
    outlet.raise_to(70)
    outlet.change(quieter)
    outlet.put_back()
    assert outlet.output == quieter


def test_what_is_loud_enough_is_no_news():
    """Nobody is called back for nothing."""
    outlet, heard = FixedOutlet(Output("Speakers", is_muted=False, volume=80)), []
    outlet.listen(lambda: heard.append(outlet.output))
    outlet.raise_to(70)
    outlet.put_back()
    assert heard == []
