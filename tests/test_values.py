"""Values that are finished late are what `dataclasses` would have made at once."""

import dataclasses
import importlib
import pkgutil
import sys
import threading
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import partial

import pytest

import alarmclock
from alarmclock.values import put_off


class Point:
    """A value with all kinds of fields."""

    x: int
    y: int = 2
    tags: list = field(default_factory=list)

    def __post_init__(self):
        if self.x < 0:
            raise ValueError("x is below 0")


def late(cls=Point, **options):
    """Give a class that is finished when it is used."""
    return put_off(cls, {"frozen": True, **options})


@pytest.fixture(params=["late", "at once"])
def point(request):
    """Give the class as it is here, and as `dataclasses` makes it."""
    if request.param == "late":
        return late()
    return dataclass(frozen=True, slots=True)(type("Point", (), dict(Point.__dict__)))


def test_values_are_equal_hashed_and_written_by_their_fields(point):
    """The methods that all dataclasses have."""
    assert point(1) == point(1, 2, [])
    assert point(1) != point(1, 3)
    assert repr(point(1, tags=["a"])) == "Point(x=1, y=2, tags=['a'])"
    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        hash(point(1))


def test_they_are_frozen_and_have_no_other_attributes(point):
    """A typing error in a name is found."""
    one = point(1)
    with pytest.raises(FrozenInstanceError):
        one.x = 2
    assert not hasattr(one, "__dict__")


def test_their_checks_run(point):
    """Also for what is changed."""
    with pytest.raises(ValueError, match="x is below 0"):
        point(-1)
    with pytest.raises(ValueError, match="x is below 0"):
        replace(point(1), x=-1)


def test_each_has_its_own_default(point):
    """A factory is asked for every one."""
    point(1).tags.append("seen")
    assert point(1).tags == []


def test_wrong_arguments_are_refused_as_ever(point):
    """By the name of what is missing."""
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        point()


@pytest.mark.parametrize(
    "ask",
    [
        lambda cls: [one.name for one in fields(cls)] == ["x", "y", "tags"],
        is_dataclass,
        lambda cls: cls.__match_args__ == ("x", "y", "tags"),
    ],
)
def test_whoever_asks_for_its_fields_first_gets_them(ask):
    """Before there is any instance."""
    assert ask(late())


def test_a_class_made_of_another_has_the_fields_of_both():
    """Whichever is used first, with defaults changed on the way."""

    class Place(late()):
        y: int = 5
        name: str = "home"

    place = late(Place, kw_only=True)
    assert repr(place(x=1)).endswith("Place(x=1, y=5, tags=[], name='home')")
    assert place.__match_args__ == ("x", "tags")
    assert "y" not in place.__slots__


def test_a_plain_class_made_of_one_may_have_its_own_beginning():
    """It calls that of the value."""

    class Origin(late()):
        __slots__ = ()

        def __init__(self):
            super().__init__(0, 0)

    assert (Origin().x, Origin().y) == (0, 0)


def test_many_threads_may_make_the_first_one(request):
    """One of them finishes the class, the others wait."""
    request.addfinalizer(partial(sys.setswitchinterval, sys.getswitchinterval()))
    sys.setswitchinterval(1e-6)
    for _ in range(50):
        cls, made = late(), []
        barrier = threading.Barrier(4)

        def make(cls=cls, made=made, barrier=barrier):
            barrier.wait()
            made.append(cls(1))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made == [cls(1)] * 4


def test_every_value_of_the_program_can_be_finished():
    """A mistake in a class would show only where the first instance is made."""
    found = 0
    for module in pkgutil.walk_packages(alarmclock.__path__, "alarmclock."):
        if module.name.endswith("__main__"):
            continue
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and dataclasses.is_dataclass(one):
                found += len(fields(one)) >= 0
    assert found > 100
