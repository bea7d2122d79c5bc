from alarmclock.ui.activity.history_lines import HistoryLines
from tests.ui.activity.builders import PAGE, EventStore, happened


def filled_store(count):
    """Make a store with events, the oldest first."""
    return EventStore(happened(f"event {number}", ago=count - number) for number in range(count))


def events(history):
    """Give what is in memory from the top."""
    return [history.event(row) for row in range(len(history))]


def read_all(history):
    """Read down to the end of the store."""
    while older := history.read_older():
        history.append(older)


def test_pages_follow_each_other_to_the_end():
    """Every event of the store comes once, newest first."""
    store = filled_store(2 * PAGE + 1)
    history = HistoryLines(store.load_older, most_kept=1000)
    read_all(history)
    assert events(history) == store.events[::-1]
    assert history.at_end


def test_an_empty_store_is_at_its_end():
    """There is nothing to read in a new store."""
    history = HistoryLines(EventStore().load_older, most_kept=10)
    assert history.read_older() == []
    assert history.at_end


def test_what_was_told_is_not_read_again():
    """An event that was shown as it happened is in the store as well, and comes once."""
    store = filled_store(3)
    history = HistoryLines(store.load_older, most_kept=10)
    fresh = happened("fresh")
    store.keep(fresh)
    history.put(fresh)
    read_all(history)
    assert events(history) == store.events[::-1]


def test_what_could_not_be_saved_stays():
    """An event that the store refused is shown all the same."""
    store = filled_store(2)
    history = HistoryLines(store.load_older, most_kept=10)
    unsaved = happened("unsaved")
    history.put(unsaved)
    read_all(history)
    assert events(history) == [unsaved, *store.events[::-1]]


def test_what_was_forgotten_is_read_again():
    """Lines beyond the bound are dropped from memory, not from the activity."""
    store = filled_store(PAGE)
    history = HistoryLines(store.load_older, most_kept=10)
    read_all(history)
    assert history.surplus == PAGE - 10
    history.drop_oldest(history.surplus)
    assert not history.at_end
    read_all(history)
    assert events(history) == store.events[::-1]


def test_what_was_told_and_forgotten_is_read_again():
    """A long session drops lines whose numbers it never knew, and finds them nevertheless."""
    store = filled_store(0)
    history = HistoryLines(store.load_older, most_kept=PAGE)
    for number in range(3 * PAGE):
        fresh = happened(f"fresh {number}", ago=-number)
        store.keep(fresh)
        history.put(fresh)
    history.drop_oldest(history.surplus)
    read_all(history)
    assert events(history) == store.events[::-1]


def test_everything_can_be_forgotten():
    """Without a line in memory the store is read from its top."""
    store = filled_store(5)
    history = HistoryLines(store.load_older, most_kept=0)
    read_all(history)
    history.drop_oldest(5)
    read_all(history)
    assert events(history) == store.events[::-1]
