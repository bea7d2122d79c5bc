"""Keeps ALSA from printing to stderr whatever it does not find."""

import ctypes
import sys

# Its own handler takes a format and values after these; they are ignored.
_Handler = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)


def _ignore(_file: bytes, _line: int, _function: bytes, _error: int, _message: bytes) -> None:
    """Say nothing: what could not be opened shows in the status of the sound."""


# ALSA keeps the address for as long as the process lives.
_HANDLER = _Handler(_ignore)


def quieten_alsa() -> None:
    """Turn the messages of ALSA off, where there is ALSA."""
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_HANDLER)
    except (OSError, AttributeError):
        return
