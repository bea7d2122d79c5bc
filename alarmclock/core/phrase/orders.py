"""In which order the people of a place write day and month in numbers."""

from alarmclock.core.phrase.reader import DayOrder

# Where the month comes first, or the year and then the month.
MONTH_FIRST_PLACES = frozenset({"en_US", "en_PH", "en_CA", "fr_CA", "en_ZA"})
MONTH_FIRST_LANGUAGES = frozenset({"ja", "zh", "ko", "hu", "lt", "mn", "sv", "eu", "fa"})
PLACELESS = frozenset({"", "C", "POSIX"})


def order_of_locale(name: str) -> DayOrder:
    """Give the order of a locale such as “de_DE.UTF-8”; of none it is not known."""
    place = name.partition(".")[0].partition("@")[0]
    language = place.partition("_")[0]
    if place in PLACELESS:
        return DayOrder.UNKNOWN
    if place in MONTH_FIRST_PLACES or language in MONTH_FIRST_LANGUAGES:
        return DayOrder.MONTH_FIRST
    return DayOrder.DAY_FIRST
