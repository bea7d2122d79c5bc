"""Values: dataclasses with slots, whose methods are made when the first of them is.

`dataclasses` writes and compiles six methods of a class while its module is loaded, which takes a
third of a millisecond and more. The program knows over a hundred kinds of values, and needs a third
of them to show its window. `dataclass` here is the one of `dataclasses`, put off: what it makes in
the end is the same, and so is what type checkers see. Python 3.13 makes all methods of a class in
one go, so that there the original is taken.
"""

import dataclasses
import sys
from _thread import RLock
from collections.abc import Callable

# As mypy reads it; to import it from typing takes longer than the rest.
TYPE_CHECKING = False
if TYPE_CHECKING or sys.version_info >= (3, 13):
    from dataclasses import dataclass
else:

    def dataclass(*, slots: bool = False, **options: bool) -> Callable[[type], type]:
        """Make a class a dataclass: with slots when it is first used, without them at once."""

        def make(cls: type) -> type:
            if not slots or "__init__" in cls.__dict__:
                return dataclasses.dataclass(cls, slots=slots, **options)
            return put_off(cls, options)

        return make


__all__ = ["dataclass", "put_off"]

# A first value may be made in any thread, and while another class is being finished.
_LOCK = RLock()


def put_off(cls: type, options: dict[str, bool]) -> type:
    """Give the class anew with its slots; its methods come with its first instance.

    `options` are those of `dataclasses.dataclass` but for slots. Until then the class can be
    named, subclassed and matched against; `fields`, `replace` and patterns finish it, too.
    """
    defaults = {k: cls.__dict__[k] for k in _own_fields(cls) if k in cls.__dict__}
    slotted = _with_slots(cls, defaults)

    def finish() -> None:
        _finish(slotted, defaults, options)

    slotted.__init__ = _late_init(slotted, finish)  # type: ignore[misc]
    for name in ("__dataclass_fields__", "__match_args__"):
        setattr(slotted, name, _Late(name, finish))
    return slotted


class _Late:
    """What only a finished class has: asked for it, the class is finished."""

    def __init__(self, name: str, finish: Callable[[], None]) -> None:
        self.name = name
        self.finish = finish

    def __get__(self, _instance: object, owner: type) -> object:
        self.finish()
        return getattr(owner, self.name)


def _late_init(cls: type, finish: Callable[[], None]) -> Callable[..., None]:
    def __init__(self: object, *arguments: object, **named: object) -> None:  # noqa: N807
        finish()
        cls.__init__(self, *arguments, **named)  # type: ignore[misc]

    return __init__


def _own_fields(cls: type) -> list[str]:
    # Those of its bases have slots of their own.
    kinds = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 - inspect gives the same here
    return [name for name, kind in kinds.items() if "ClassVar" not in str(kind)]


def _with_slots(cls: type, defaults: dict[str, object]) -> type:
    """Give a copy of a class that has slots for its fields, and nothing else in their place."""
    inherited = {slot for base in cls.__mro__[1:] for slot in base.__dict__.get("__slots__", ())}
    plain = {"__dict__", "__weakref__", *defaults}
    body = {k: v for k, v in cls.__dict__.items() if k not in plain}
    body["__slots__"] = tuple(name for name in _own_fields(cls) if name not in inherited)
    copy = type(cls)(cls.__name__, cls.__bases__, body)
    copy.__qualname__ = cls.__qualname__
    return copy


def _finish(cls: type, defaults: dict[str, object], options: dict[str, bool]) -> None:
    """Let `dataclasses` make the methods on a copy of the class, and take them over.

    The `__init__` comes last: until then another thread finds the late one, which waits here.
    """
    with _LOCK:
        if not isinstance(cls.__dict__["__dataclass_fields__"], _Late):
            return
        copy = _without_slots(cls, defaults)
        before = dict(copy.__dict__)
        made = dataclasses.dataclass(copy, **options).__dict__
        new = {k: v for k, v in made.items() if k not in defaults and v is not before.get(k)}
        init = new.pop("__init__")
        for name, value in new.items():
            _meant_for(cls, copy, value)
            setattr(cls, name, value)
        cls.__init__ = init  # type: ignore[misc]


def _without_slots(cls: type, defaults: dict[str, object]) -> type:
    """Give a copy of a class as it was written: `dataclasses` looks for defaults at the fields."""
    ours = {"__init__", "__dataclass_fields__", "__match_args__", "__slots__"}
    ours.update(cls.__dict__["__slots__"])
    body = {k: v for k, v in cls.__dict__.items() if k not in ours} | defaults
    copy = type(cls)(cls.__name__, cls.__bases__, body)
    copy.__qualname__ = cls.__qualname__
    return copy


def _meant_for(cls: type, copy: type, method: object) -> None:
    """Let a method that asks for its own class, as those of frozen values do, ask for this one."""
    for cell in getattr(method, "__closure__", None) or ():
        if cell.cell_contents is copy:
            cell.cell_contents = cls
