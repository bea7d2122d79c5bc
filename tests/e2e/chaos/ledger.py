"""What the program has acknowledged, to be held against it after its end."""

# What an alarm or a timer is, apart from how it stands.
IS = ("kind", "label", "time", "rule", "zone", "length_s", "excepted", "snooze_length_s")


class Ledger:
    """Who is known to be in the book and what they are, and what can't be known since a kill."""

    def __init__(self):
        self.items = {}
        self.gone = set()
        # The request that was cut off: it may have been carried out, and was not answered.
        self.begun = None
        # Labels of what came in while no program ran.
        self.brought = set()
        # Rings that were answered: they must never sound again.
        self.answered = set()

    def begin(self, command, named, wanted=()):
        """Note a request that is sent: its effect is labels that come, or what becomes of one."""
        self.begun = (command, named, frozenset(wanted))

    def put(self, *found):
        """Note what the program has answered."""
        self.begun = None
        for item in found:
            self.items[item["id"]] = item

    def remove(self, item_id):
        """Note that one was deleted."""
        self.begun = None
        self.items.pop(item_id)
        self.gone.add(item_id)

    def compare(self, listed):
        """Insist that all that was acknowledged is listed, and take over what was cut off."""
        command, named, wanted = self.begun or (None, None, frozenset())
        listed = {item["id"]: item for item in listed}
        assert not self.gone & listed.keys(), "what was deleted is back"
        for item_id in self.items.keys() - listed.keys():
            assert (command, named) == ("remove", item_id), f"lost: {self.items[item_id]}"
        for item_id in self.items.keys() & listed.keys():
            before, after = self.items[item_id], listed[item_id]
            if named != item_id:
                assert what(before) == what(after)
            if named != item_id and before["kind"] == "alarm":
                assert before["armed"] == after["armed"], before
        new = {listed[item_id]["label"] for item_id in listed.keys() - self.items.keys()}
        assert new - self.brought in (set(), wanted), (
            "some of what was cut off is there, and some is not"
        )
        self.gone |= self.items.keys() - listed.keys()
        self.items, self.begun = listed, None


def what(item):
    """Give what an alarm or a timer is."""
    return {name: item[name] for name in IS}
