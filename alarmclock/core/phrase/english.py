"""The words of phrases in English."""

from datetime import date, time, timedelta
from functools import cache

from alarmclock.core.phrase.day_parts import DayPart
from alarmclock.core.phrase.lookalikes import ENGLISH_LOOKALIKES
from alarmclock.core.phrase.words import (
    HOUR,
    MINUTE,
    SECOND,
    Clause,
    Opening,
    Sayings,
    Unclear,
    Words,
    names,
)
from alarmclock.core.phrase.writing import Language, Telling, Writing
from alarmclock.core.ring_settings import Task
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.rule import EVERY_DAY, WEEKEND, WORKDAYS, Weekday
from alarmclock.core.words.rule_words import ordinal

_WEEKDAYS = {
    "monday mon": Weekday.MONDAY,
    "tuesday tue tues": Weekday.TUESDAY,
    "wednesday wed": Weekday.WEDNESDAY,
    "thursday thu thur thurs": Weekday.THURSDAY,
    "friday fri": Weekday.FRIDAY,
    "saturday sat": Weekday.SATURDAY,
    "sunday sun": Weekday.SUNDAY,
}
_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LONG_DAYS = tuple(several.split()[0] for several in _WEEKDAYS)

_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_UNITS = _NUMBERS.split()[:9]
_MINUTES_SAID = Sayings(
    {
        **{f"oh {name}|o {name}": number for number, name in enumerate(_UNITS, start=1)},
        **{name: number for number, name in enumerate(_TEENS.split(), start=10)},
        **_TENS,
        **{
            f"{ten} {name}|{ten}-{name}": tens + number
            for ten, tens in _TENS.items()
            for number, name in enumerate(_UNITS, start=1)
        },
    }
)
_PARTS_OF_TIME = Sayings(
    {
        "in the morning": DayPart.MORNING,
        "in the afternoon": DayPart.AFTERNOON,
        "in the evening": DayPart.EVENING,
        "at night|in the night": DayPart.NIGHT,
    }
)


@cache
def _words() -> Words:
    return Words(
        before_length={"in"},
        units=names(
            {
                "h hr hrs hour hours": HOUR,
                "m min mins minute minutes": MINUTE,
                "s sec secs second seconds": SECOND,
            }
        ),
        day_units={"d", "day", "days"},
        week_units={"week", "weeks"},
        long_units={"fortnight", "month", "months", "year", "years"},
        numbers={
            **{name: number for number, name in enumerate(_NUMBERS.split(), start=1)},
            "fifteen": 15,
            "twenty": 20,
            "thirty": 30,
            "forty": 40,
            "sixty": 60,
            "ninety": 90,
        },
        set_lengths=Sayings(
            {
                "half an hour|a half hour|half hour": timedelta(minutes=30),
                "a quarter of an hour|quarter of an hour": timedelta(minutes=15),
                "three quarters of an hour": timedelta(minutes=45),
                "an hour": HOUR,
                "a minute": MINUTE,
                "a second": SECOND,
                "an hour and a half|one and a half hours": timedelta(minutes=90),
                "two and a half hours": timedelta(minutes=150),
            }
        ),
        before_time={"at"},
        times={"noon": time(12), "midday": time(12), "midnight": time(0)},
        o_clock=Sayings({"o'clock|o’clock|oclock|o clock|sharp|on the dot": True}),
        halves=Sayings(
            {
                "am|a.m.|a.m": 0,
                "pm|p.m.|p.m": 12,
            }
        ),
        joined_halves={"a": 0, "p": 12},
        parts_of_time=_PARTS_OF_TIME,
        minutes_said=_MINUTES_SAID,
        minutes_of_hour={"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20},
        past={"past", "after"},
        to={"to", "till", "before"},
        before_full_hour={},
        before_day={"on"},
        articles={"the"},
        a_single={"a", "an"},
        shifted_from={"from", "on", "after"},
        week_after={"week"},
        of={"of"},
        every={"every", "each"},
        next={"next"},
        this={"this"},
        and_also={"and"},
        or_else={"or", "then"},
        through={"to", "through", "thru", "till", "until"},
        before_range={"from"},
        once={"once"},
        listed={"dates"},
        ordinals={"st", "nd", "rd", "th"},
        nights=Sayings({"tonight": 0}),
        parts=_PARTS_OF_TIME.joined(
            Sayings(
                {
                    "morning": DayPart.MORNING,
                    "afternoon": DayPart.AFTERNOON,
                    "evening": DayPart.EVENING,
                    "night": DayPart.NIGHT,
                }
            )
        ),
        weekly_parts={
            "mornings": DayPart.MORNING,
            "afternoons": DayPart.AFTERNOON,
            "evenings": DayPart.EVENING,
            "nights": DayPart.NIGHT,
            "nightly": DayPart.NIGHT,
        },
        days_and_parts={},
        days_ahead=Sayings(
            {"today": 0, "tomorrow": 1, "day after tomorrow|the day after tomorrow": 2}
        ),
        weekdays=names(_WEEKDAYS),
        weekly=Sayings(
            {
                "weekdays|weekday|workdays|workday|working days|during the week|m-f": WORKDAYS,
                "all weekdays|all workdays|business days|every business day": WORKDAYS,
                "weekends|weekend|the weekend|at the weekend|at weekends|on weekends": WEEKEND,
                "daily|everyday|once a day|all days": EVERY_DAY,
                **{
                    f"{several.split()[0]}s": frozenset({day}) for several, day in _WEEKDAYS.items()
                },
            }
        ),
        after_every={
            "day": EVERY_DAY,
            "weekday": WORKDAYS,
            "workday": WORKDAYS,
            "weekend": WEEKEND,
        },
        weekends={"weekend"},
        months=names({several: number for number, several in enumerate(_MONTHS, start=1)}),
        nths={**_NTHS, "last": LAST},
        every_other={"other": 2},
        several_a_day=Sayings({"hourly|twice a day|three times a day|twice daily": True}),
        monthly=Sayings({"monthly|every month|each month|once a month": True}),
        of_month=Sayings(
            {
                "of the month|of month|of every month|of each month|in the month": True,
                "every month|each month": True,
            }
        ),
        every_week=Sayings(
            {"weekly|every week|each week|once a week": 1, "fortnightly|every fortnight": 2}
        ),
        yearly=Sayings({"yearly|annually|every year|each year|once a year": True}),
        leap_years_only=Sayings({"leap years only|in leap years only|only in leap years": True}),
        parities=Sayings(
            {
                "odd weeks|in odd weeks|every odd week": WeekParity.ODD,
                "even weeks|in even weeks|every even week": WeekParity.EVEN,
            }
        ),
        after_length=Sayings({"from now|later": True}),
        after_timer={"timer"},
        clauses=Sayings(
            {
                "in": Clause.ZONE,
                "from|starting|starting on": Clause.FROM,
                "counted from": Clause.COUNTED_FROM,
                "until|till": Clause.UNTIL,
                "except|except on|excluding|apart from|but not|but not on|not on": Clause.EXCEPT,
                "off": Clause.OFF,
                "sound|with sound": Clause.SOUND,
                "volume|at volume": Clause.VOLUME,
                "loud": Clause.LOUD,
                "quiet": Clause.QUIET,
                "rise|rise over|rising over": Clause.RISE,
                "no rise": Clause.NO_RISE,
                "snooze": Clause.SNOOZE,
                "no snooze|snooze off|without snooze|without snoozing": Clause.NO_SNOOZE,
                "ring|ring for": Clause.RING,
                "late|late by": Clause.LATE,
                "only on time|on time only|never late": Clause.ON_TIME,
                "task": Clause.TASK,
                "no task": Clause.NO_TASK,
                "ask awake after|ask awake": Clause.AWAKE,
                "never ask awake|do not ask awake": Clause.NOT_AWAKE,
                "again": Clause.AGAIN,
                "not again": Clause.NOT_AGAIN,
            }
        ),
        times_counted={"time", "times"},
        unlimited=Sayings({"any number of times|without limit|without end": True}),
        always={"always"},
        percent={"%", "percent"},
        tasks=Sayings(
            {
                "sum|sums|sum medium|sum normal": Task.SUM,
                "easy sum|easy sums|sum easy|sums easy|easy": Task.EASY_SUM,
                "hard sum|hard sums|sum hard|sums hard|hard": Task.HARD_SUM,
                "sentence": Task.SENTENCE,
                "none": Task.NONE,
            }
        ),
        places={},
        after_place=frozenset({"time"}),
        place_endings=set(),
        no_places={
            "center",
            "christmas",
            "easter",
            "factory",
            "met",
            "midway",
            "reunion",
            "troll",
            "universal",
            "wake",
        },
        week_names={"week", "wk"},
        vague_zones=Sayings(
            {
                "eastern time|central time|mountain time|pacific time|atlantic time": True,
                "eastern standard time|central standard time|pacific standard time": True,
                "central european time|eastern european time|western european time": True,
                "british summer time|summer time|daylight time|standard time": True,
            }
        ),
        openings=Sayings(
            {
                "wake me|wake me up|wake me at|wake me up at|wake me in|wake me up in": Opening.ANY,
                "wake me for|wake me up for": Opening.ANY,
                "alarm|alarm at|alarm for|alarm in|an alarm for|an alarm at": Opening.ANY,
                "set alarm|set alarm for|set an alarm|"
                "set an alarm for|set an alarm at": Opening.ANY,
                "remind me|remind me to|reminder": Opening.ANY,
                "timer|timer for|a timer for|set timer|set timer for": Opening.TIMER,
                "set a timer|set a timer for|countdown|start a timer for": Opening.TIMER,
                "start a": Opening.TIMER,
                "set a|please": Opening.ANY,
            }
        ),
        unclear=Sayings(
            {
                "about|around|before|after|by|circa|"
                "roughly|until|till|since|between": Unclear.ABOUT,
                "exactly|exact|precisely": Unclear.ABOUT,
                "not|no|never|except|but not|but|without|not on": Unclear.NOT,
                "christmas|christmas eve|easter|thanksgiving|halloween|new year": Unclear.NO_DATE,
                "later|soon|later today|next month|this month|next year": Unclear.NO_DATE,
                "christmas day|xmas|new year's eve|new years eve|boxing day": Unclear.NO_DATE,
                "new year's day|new years day|new year's|new years": Unclear.NO_DATE,
                "new year’s day|new year’s eve|from now|from today": Unclear.NO_DATE,
                "good friday|easter sunday|"
                "easter monday|ash wednesday|whit monday": Unclear.NO_DATE,
                "end of month|end of the month|month end": Unclear.NO_MONTH_END,
                "end of year|end of the year": Unclear.NO_MONTH_END,
                "start of month|start of the month|beginning of the month": Unclear.NO_MONTH_END,
                "yesterday|the day before yesterday": Unclear.OVER,
                "last|last week": Unclear.GONE,
                "mute|muted|silent|silently|no sound|without sound": Unclear.SILENT,
                "second last|third last|second to last|third to last": Unclear.NO_RULE,
                "next to last|penultimate|last but one|alternate days": Unclear.NO_RULE,
                "quarterly|every quarter|each quarter|half-yearly|all week": Unclear.NO_RULE,
                "twice a week|three times a week|twice a month|per day|a day": Unclear.NO_RULE,
                "semiannually|biannually|midweek": Unclear.NO_RULE,
                "ago": Unclear.AGO,
                "biweekly|bi-weekly|bimonthly|every so often|sometimes": Unclear.TWO_RULES,
                "morning|in the morning|afternoon|in the afternoon|evening": Unclear.NO_DAY,
                "in the evening|night|at night": Unclear.NO_DAY,
                "delete|remove|cancel|stop|skip|change|edit": Unclear.NO_DEED,
                "turn off|switch off|disable|no alarm|don't wake me|don’t wake me": Unclear.NO_DEED,
                "do not wake me|dont wake me|don't|don’t|do not|dont": Unclear.NO_DEED,
                "school days|on school days|alternate|repeat|repeating": Unclear.NO_RULE,
                "recurring": Unclear.NO_RULE,
            }
        ),
        in_labels={
            *names(_WEEKDAYS),
            *("daily", "everyday", "once", "weekday", "weekend", "workday"),
            *("mornings", "afternoons", "evenings", "nights"),
        },
        doubtful={"off", "loud", "quiet"},
        ordinary={"do", "so", "ab"},
        no_label_begins={
            *("in", "on", "at", "every", "each", "from", "until", "till", "for", "next", "this"),
            *("except", "starting", "and", "or"),
        },
        lookalikes=ENGLISH_LOOKALIKES,
        misspelt=names(
            {
                "tommorow tommorw tomrow tomoro tommoro tmrw tmrrw tmr tmw": "tomorrow",
                "tonite": "tonight",
                "teusday tuseday": "tuesday",
                "wensday wendsday wedsday weds": "wednesday",
                "thersday": "thursday",
                "satterday": "saturday",
                "daly dayly": "daily",
                "wkdays wkday": "weekdays",
            }
        ),
        short_settings={"vol": "volume"},
    )


_WRITING = Writing(
    short_days=tuple(several.split()[-1][:3] for several in _WEEKDAYS),
    weekly_days=tuple(f"{name}s" for name in _LONG_DAYS),
    long_days=_LONG_DAYS,
    months=tuple(several.split()[-1][:3] for several in _MONTHS),
    groups={EVERY_DAY: "every day", WORKDAYS: "weekdays", WEEKEND: "weekends"},
    nths={**{number: name for name, number in _NTHS.items()}, LAST: "last"},
    ordinal=ordinal,
    date=date.isoformat,
    once="once",
    listed="dates {dates}",
    every_days="every {count} days",
    every_weeks="every {count} weeks on {days}",
    every_nth_week="every {nth} {day}",
    parities={WeekParity.ODD: "odd weeks {days}", WeekParity.EVEN: "even weeks {days}"},
    monthly="monthly on the {nth}",
    last_of_month="last day of the month",
    nth_of_month="{nth} {day} of the month",
    yearly="yearly {day} {month}",
    leap={
        LeapPolicy.FEBRUARY_28: "",
        LeapPolicy.MARCH_1: " or 1 mar",
        LeapPolicy.LEAP_YEARS_ONLY: " leap years only",
    },
    zone="in {zone}",
    counted_from="counted from {date}",
    first="from {date}",
    last="until {date}",
    times="{count} times",
    excepted="except {dates}",
    off="off",
    timer="in {length}",
    sound="sound {name}",
    volume="volume {percent}",
    rise="rise {length}",
    no_rise="no rise",
    snooze="snooze",
    snooze_times="{count} times",
    unlimited="without limit",
    no_snooze="no snooze",
    ring="ring {length}",
    late="late {length}",
    late_always="late always",
    on_time="only on time",
    task="task {task}",
    tasks={
        Task.EASY_SUM: "easy sum",
        Task.SUM: "sum",
        Task.HARD_SUM: "hard sum",
        Task.SENTENCE: "sentence",
    },
    no_task="no task",
    awake="ask awake after {length}",
    not_awake="never ask awake",
    again="again",
    again_every="every {length}",
)

_TELLING = Telling(
    day="{name} {day} {month}",
    timer="Timer of {length}",
    left="in {length}",
    over="is over",
    question="did you mean {time}?",
)

ENGLISH = Language("en", _words, _WRITING, _TELLING)
