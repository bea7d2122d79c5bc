"""Values are what `dataclasses` would have made of the same class."""

import dataclasses
import importlib
import pkgutil
import sys
import threading
from dataclasses import FrozenInstanceError, dataclass
from functools import partial

import pytest

import alarmclock
from alarmclock import values
from alarmclock.values import OFTEN, Field, make_value


def body(field):
    """Give the body of a class with all kinds of fields."""

    class Point:
        x: int
        y: int = 2
        tags: list = field(default_factory=list)
        sum: int = field(init=False, default=0)

        def __post_init__(self):
            if self.x < 0:
                raise ValueError("x is below 0")
            object.__setattr__(self, "sum", self.x + self.y)

    Point.__qualname__ = "Point"
    return Point


def value(cls=None, **options):
    """Give the class as it is made here."""
    return make_value(cls or body(partial(Field, "")), **{"frozen": True, **options})


@pytest.fixture(params=["here", "by dataclasses"])
def point(request):
    """Give the class as it is made here, and as `dataclasses` makes it."""
    if request.param == "here":
        return value()
    return dataclass(frozen=True, slots=True)(body(dataclasses.field))


@pytest.fixture(params=[values, dataclasses], ids=["here", "dataclasses"])
def tools(request):
    """Both have `fields`, `is_dataclass` and `replace`."""
    return request.param


def test_values_are_equal_hashed_and_written_by_their_fields(point):
    """The methods that all dataclasses have."""
    assert point(1) == point(1, 2, [])
    assert point(1) != point(1, 3)
    assert repr(point(1, tags=["a"])) == "Point(x=1, y=2, tags=['a'], sum=3)"
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
        dataclasses.replace(point(1), x=-1)


def test_some_of_it_is_replaced(tools):
    """The rest stays, and what is reckoned is reckoned anew."""
    one = value()(1, tags=["a"])
    assert tools.replace(one, y=5) == value_of(one, 1, 5, ["a"])
    assert tools.replace(one, y=5).sum == 6
    assert tools.replace(one).tags is one.tags


def value_of(one, *arguments):
    """Make another value of the same class."""
    return type(one)(*arguments)


def test_nothing_can_be_deleted(point):
    """It would be half a value."""
    one = point(1)
    with pytest.raises(FrozenInstanceError):
        del one.x
    assert one.x == 1


def test_each_has_its_own_default(point):
    """A factory is asked for every one."""
    point(1).tags.append("seen")
    assert point(1).tags == []


def test_whoever_asks_for_its_fields_gets_them(tools):
    """Before there is any instance."""
    cls = value()
    assert [one.name for one in tools.fields(cls)] == ["x", "y", "tags", "sum"]
    assert [one.init for one in tools.fields(cls)] == [True, True, True, False]
    assert tools.is_dataclass(cls)
    assert tools.is_dataclass(cls(1))
    assert not tools.is_dataclass(object)


def test_a_class_made_of_another_has_the_fields_of_both():
    """Whichever is used first, with defaults changed on the way."""

    class Place(value()):
        y: int = 5
        name: str = "home"

    place = value(Place, kw_only=True)
    assert repr(place(x=1)).endswith("Place(x=1, y=5, tags=[], sum=6, name='home')")
    assert place.__match_args__ == ("x", "tags")
    assert [one.name for one in dataclasses.fields(place)] == ["x", "y", "tags", "sum", "name"]
    assert "y" not in place.__slots__


def test_a_plain_class_made_of_one_may_have_its_own_beginning():
    """It calls that of the value."""

    class Origin(value()):
        __slots__ = ()

        def __init__(self):
            super().__init__(0, 0)

    assert (Origin().x, Origin().y) == (0, 0)


def test_many_threads_may_make_the_first_one(request):
    """Whichever is the first, all get the same."""
    request.addfinalizer(partial(sys.setswitchinterval, sys.getswitchinterval()))
    sys.setswitchinterval(1e-6)
    for _ in range(50):
        cls, made = value(), []
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


def test_what_is_not_frozen_can_be_changed_and_has_no_hash():
    """As a list."""
    one = value(frozen=False)(1)
    one.y = 5
    assert one.y == 5
    with pytest.raises(TypeError, match="unhashable type: 'Point'"):
        hash(one)


def test_what_is_not_compared_is_only_itself():
    """It is hashed as any object."""
    cls = value(eq=False)
    assert cls(1) != cls(1)
    assert len({cls(1), cls(1)}) == 2


@pytest.mark.parametrize("made", [0, OFTEN], ids=["seldom", "often"])
def test_what_is_often_made_is_made_in_the_same_way(made):
    """By then, `dataclasses` does it."""
    cls = value()
    for number in range(made):
        cls(number)
    one = cls(1, tags=["a"])
    assert (one.x, one.y, one.tags, one.sum) == (1, 2, ["a"], 3)
    assert one == cls(1, 2, ["a"])
    assert cls(1).tags is not cls(1).tags
    with pytest.raises(ValueError, match="x is below 0"):
        cls(x=-1)


@pytest.mark.parametrize(
    ("arguments", "named", "sentence"),
    [
        ((), {}, "missing 1 required positional argument: 'x'"),
        ((1, 2, [], 4), {}, "4 positional arguments but 5 were given"),
        ((1,), {"x": 1}, "got multiple values for argument 'x'"),
        ((1,), {"z": 1}, "got an unexpected keyword argument 'z'"),
        ((1,), {"sum": 1}, "got an unexpected keyword argument 'sum'"),
    ],
)
def test_wrong_arguments_are_refused_as_ever(point, arguments, named, sentence):
    """By the name of what is missing or too much."""
    with pytest.raises(TypeError, match=f"^Point.__init__.*{sentence}$"):
        point(*arguments, **named)


def test_every_value_of_the_program_is_what_dataclasses_would_make():
    """A mistake in a class would show only where an instance is made."""
    found = list(every_value())
    for cls in found:
        ours, theirs = ([facts(one) for one in tool.fields(cls)] for tool in (values, dataclasses))
        assert ours == theirs, cls
        needed = [one.name for one in values.fields(cls) if one.init and not one.kw_only]
        assert cls.__match_args__ == tuple(needed)
    assert len(found) > 100


def facts(one):
    """Give what `__init__` makes of a field."""
    defaults = (one.default, one.default_factory)
    told = [None if default in (..., dataclasses.MISSING) else default for default in defaults]
    return one.name, one.init, one.kw_only, *told


def every_value():
    """Find the values in all modules of the program."""
    for module in pkgutil.walk_packages(alarmclock.__path__, "alarmclock."):
        if not module.name.endswith("__main__"):
            for one in vars(importlib.import_module(module.name)).values():
                if isinstance(one, type) and values.is_dataclass(one):
                    yield one
