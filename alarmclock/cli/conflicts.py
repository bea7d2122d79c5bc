"""Options of a command that do not go together."""

from argparse import Namespace

STANDARD = "-"


def conflict(name: str, options: Namespace) -> str | None:
    """Say what the options of a command say against each other, None for nothing."""
    match name:
        case "log" if options.csv and options.json:
            return "--csv and --json are two forms of the same: choose one"
        case "export" if options.format and not _takes_form(options.file, options.format):
            return f"--format is for stdout (-); let the name of the file end in .{options.format}"
    return None


def _takes_form(file: str, form: str) -> bool:
    return file == STANDARD or file.lower().endswith(f".{form}")
