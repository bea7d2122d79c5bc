"""The names of arguments on the command line: a refusal names them as the wire does."""

NAMES = {
    "alarm": "--alarm",
    "count": "N",
    "id": "ID",
    "minutes": "MINUTES",
    "name": "NAME",
    "now": "--now",
    "path": "FILE",
    "phrase": "PHRASE",
    "since": "--since",
    "until": "--until",
    "what": "ID or PHRASE",
    "zone": "--zone",
}


def in_own_words(sentence: str, argument: object) -> str:
    """Say a refusal with the name that “--help” shows."""
    name = NAMES.get(str(argument))
    return sentence if name is None else sentence.replace(f"“{argument}”", name, 1)
