"""Values: small classes with slots, as `dataclasses` makes them, and made in a tenth of the time.

`dataclasses` needs a good part of the standard library, and writes and compiles six methods of
each class: a command that works on a closed program would spend a quarter of its time on that.
Here nothing is compiled; what is made behaves the same, so that the tools of `dataclasses` know
these classes, too, and type checkers see no difference. Where many instances are made of a class,
`dataclasses` makes its `__init__` after all. Since Python 3.13 the original is quick, and taken.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import count
from operator import attrgetter

# As mypy reads it; to import it from typing takes longer than the rest.
TYPE_CHECKING = False
if TYPE_CHECKING or sys.version_info >= (3, 13):
    from dataclasses import dataclass, field, fields, is_dataclass, replace
else:

    def dataclass(*, slots: bool, **options: bool) -> Callable[[type], type]:
        """Make a class a value; `options` are frozen, eq, repr and kw_only of `dataclasses`."""
        assert slots, "a value has slots"
        return lambda cls: make_value(cls, **options)

    def field(
        *, default: object = ..., default_factory: object = ..., init: bool = True
    ) -> "Field":
        """Say more of a field than its default."""
        return Field("", default, default_factory, init=init)

    def fields(value: object) -> tuple["Field", ...]:
        """Give the fields of a value or of its class, in their order."""
        return value.__value_fields__  # type: ignore[attr-defined,no-any-return]

    def is_dataclass(value: object) -> bool:
        """Tell whether it is a value or the class of one."""
        return hasattr(value, "__value_fields__")

    def replace(value: object, /, **changes: object) -> object:
        """Give the same value but for some fields. Raises what its checks raise."""
        cls = value.__class__
        for name in cls.__value_names__:  # type: ignore[attr-defined]
            if name not in changes:
                changes[name] = getattr(value, name)
        return cls(**changes)


__all__ = ["dataclass", "field", "fields", "is_dataclass", "make_value", "replace"]

NOTHING = ...
# A class of so many instances gets the compiled `__init__`, which takes a millisecond to make.
OFTEN = 1000


class Field:
    """One field of a value: its default, if it has one, and whether `__init__` takes it."""

    __slots__ = ("default", "default_factory", "init", "kw_only", "name")

    def __init__(
        self,
        name: str,
        default: object = NOTHING,
        default_factory: object = NOTHING,
        *,
        init: bool = True,
        kw_only: bool = False,
    ) -> None:
        self.name = name
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.kw_only = kw_only


def make_value(
    cls: type,
    *,
    frozen: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002 - as dataclasses calls it
    kw_only: bool = False,
) -> type:
    """Give the class anew with its slots and its methods, but for those that it has itself."""
    own = list(_own_fields(cls, kw_only=kw_only))
    known = {one.name: one for base in reversed(cls.__mro__[1:]) for one in _fields_of(base)}
    known |= {one.name: one for one in own}
    made, every = _with_slots(cls, [one.name for one in own]), tuple(known.values())
    twin = _Twin(cls, every, frozen=frozen, eq=eq, kw_only=kw_only)
    methods: dict[str, object] = {
        "__value_fields__": every,
        "__value_names__": tuple(one.name for one in every if one.init),
        "__match_args__": tuple(one.name for one in every if one.init and not one.kw_only),
        "__dataclass_fields__": twin,
        "__signature__": _Signature(twin),
        "__init__": _init_of(made, every, twin),
    }
    methods |= {"__repr__": _repr_of(every)} if repr else {}
    methods |= _comparing(every, frozen=frozen) if eq else {}
    methods |= _frozen(made, frozenset(known)) if frozen else {}
    for name, method in methods.items():
        if made.__dict__.get(name) is None:
            setattr(made, name, method)
    return made


def _fields_of(base: type) -> tuple[Field, ...]:
    known: tuple[Field, ...] = base.__dict__.get("__value_fields__", ())
    return known


def _own_fields(cls: type, *, kw_only: bool) -> Iterator[Field]:
    """Give the fields that a class names itself: its annotations but for variables of the class."""
    kinds = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 - inspect gives the same here
    for name, kind in kinds.items():
        if "ClassVar" in str(kind):
            continue
        told = cls.__dict__.get(name, NOTHING)
        one = told if isinstance(told, Field) else Field("", told)
        yield Field(name, one.default, one.default_factory, init=one.init, kw_only=kw_only)


def _with_slots(cls: type, names: list[str]) -> type:
    """Give a copy of a class that has slots for its fields, and nothing else in their place."""
    inherited = {slot for base in cls.__mro__[1:] for slot in base.__dict__.get("__slots__", ())}
    plain = {"__dict__", "__weakref__", *names}
    body = {k: v for k, v in cls.__dict__.items() if k not in plain}
    body["__slots__"] = tuple(name for name in names if name not in inherited)
    copy = type(cls)(cls.__name__, cls.__bases__, body)
    copy.__qualname__ = cls.__qualname__
    return copy


def _init_of(cls: type, every: tuple[Field, ...], twin: "_Twin") -> Callable[..., None]:
    """Give the `__init__` of a class, which takes what that of `dataclasses` takes.

    That one is faster, and takes over where it is worth to be compiled. The slots are set
    directly, past the guard of what is frozen.
    """
    setters = tuple(getattr(cls, one.name).__set__ for one in every)
    positional = [one.name for one in every if one.init and not one.kw_only]
    is_plain = len(positional) == len(every)
    is_checked = hasattr(cls, "__post_init__")
    made = count(1)

    def __init__(self: object, *arguments: object, **named: object) -> None:  # noqa: N807
        if next(made) == OFTEN:
            cls.__init__ = twin.made().__init__  # type: ignore[misc]
        if named or not is_plain or len(arguments) != len(setters):
            given = _given(cls, positional, arguments, named)
            arguments = tuple(_value_of(cls, one, given) for one in every)
            if given:
                raise _wrong(cls, f"got an unexpected keyword argument {next(iter(given))!r}")
        for put, value in zip(setters, arguments, strict=True):
            if value is not NOTHING:
                put(self, value)
        if is_checked:
            self.__post_init__()  # type: ignore[attr-defined]

    return __init__


def _given(
    cls: type, positional: list[str], arguments: tuple[object, ...], named: dict[str, object]
) -> dict[str, object]:
    """Give the arguments by their names. Raises TypeError for too many, and for one given twice."""
    if len(arguments) > len(positional):
        most, found = len(positional) + 1, len(arguments) + 1
        raise _wrong(cls, f"takes {most} positional arguments but {found} were given")
    given = dict(zip(positional, arguments, strict=False))
    for name in given.keys() & named.keys():
        raise _wrong(cls, f"got multiple values for argument {name!r}")
    return given | named


def _value_of(cls: type, one: Field, given: dict[str, object]) -> object:
    """Take the value of a field, or its default. Raises TypeError where it has neither."""
    if one.init and one.name in given:
        return given.pop(one.name)
    if one.default_factory is not NOTHING:
        return one.default_factory()  # type: ignore[operator]
    if one.init and one.default is NOTHING:
        raise _wrong(cls, f"missing 1 required positional argument: {one.name!r}")
    return one.default


def _wrong(cls: type, sentence: str) -> TypeError:
    return TypeError(f"{cls.__qualname__}.__init__() {sentence}")


def _repr_of(every: tuple[Field, ...]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807
        told = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in every)
        return f"{self.__class__.__qualname__}({told})"

    return __repr__


def _comparing(every: tuple[Field, ...], *, frozen: bool) -> dict[str, object]:
    """Give what makes values equal that have equal fields; what is frozen has a hash."""
    read: Callable[[object], object] = (
        attrgetter(*(one.name for one in every)) if every else lambda _: ()
    )

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return read(self) == read(other)

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(read(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _frozen(cls: type, names: frozenset[str]) -> dict[str, object]:
    def refuse(self: object, name: str, deed: str) -> None:
        if self.__class__ is cls or name in names:
            from dataclasses import FrozenInstanceError

            raise FrozenInstanceError(f"cannot {deed} field {name!r}")

    def __setattr__(self: object, name: str, value: object) -> None:  # noqa: N807
        refuse(self, name, "assign to")
        object.__setattr__(self, name, value)

    def __delattr__(self: object, name: str) -> None:  # noqa: N807
        refuse(self, name, "delete")
        object.__delattr__(self, name)

    return {"__setattr__": __setattr__, "__delattr__": __delattr__}


class _Twin:
    """The same class as `dataclasses` makes it: whoever asks for the fields of that gets them."""

    def __init__(self, cls: type, every: tuple[Field, ...], **options: bool) -> None:
        self._cls = cls
        self._every = every
        self._options = options

    def __get__(self, _instance: object, owner: type) -> object:
        made = self.made().__dict__
        for name in ("__dataclass_params__", "__dataclass_fields__"):
            setattr(owner, name, made[name])
        return made["__dataclass_fields__"]

    def made(self) -> type:
        """Make it of a copy of the class as it was written."""
        import dataclasses

        body = {k: v for k, v in self._cls.__dict__.items() if k not in ("__dict__", "__weakref__")}
        for one in self._every:
            if isinstance(body.get(one.name), Field):
                told = {"default": one.default, "default_factory": one.default_factory}
                known = {name: value for name, value in told.items() if value is not NOTHING}
                body[one.name] = dataclasses.field(init=one.init, **known)  # type: ignore[call-overload]
        copy = type(self._cls)(self._cls.__name__, self._cls.__bases__, body)
        return dataclasses.dataclass(**self._options)(copy)


class _Signature:
    """What `inspect` tells of a class: the parameters that its twin has."""

    def __init__(self, twin: _Twin) -> None:
        self._twin = twin

    def __get__(self, _instance: object, owner: type) -> object:
        if owner.__dict__.get("__signature__") is not self:
            raise AttributeError("__signature__")  # a class made of it may begin in its own way
        import inspect

        return inspect.signature(self._twin.made())
