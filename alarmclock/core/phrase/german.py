"""The words of phrases in German."""

from datetime import date, time
from functools import cache

from alarmclock.core.phrase.day_parts import DayPart
from alarmclock.core.phrase.lookalikes import GERMAN_LOOKALIKES
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

_WEEKDAYS = {
    "montag mo": Weekday.MONDAY,
    "dienstag di": Weekday.TUESDAY,
    "mittwoch mi": Weekday.WEDNESDAY,
    "donnerstag do": Weekday.THURSDAY,
    "freitag fr": Weekday.FRIDAY,
    "samstag sa sonnabend": Weekday.SATURDAY,
    "sonntag so": Weekday.SUNDAY,
}
_MONTHS = (
    "januar jan jänner jaenner",
    "februar feb",
    "märz mär maerz mrz",
    "april apr",
    "mai",
    "juni jun",
    "juli jul",
    "august aug",
    "september sep sept",
    "oktober okt",
    "november nov",
    "dezember dez",
)
_NUMBERS = {
    "ein eins eine einer einem": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf fuenf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf zwoelf": 12,
    "fünfzehn fuenfzehn": 15,
    "zwanzig": 20,
    "dreissig": 30,
    "vierzig": 40,
    "sechzig": 60,
    "neunzig": 90,
}
_NTHS = {
    "erster erste ersten erstes": 1,
    "zweiter zweite zweiten zweites": 2,
    "dritter dritte dritten drittes": 3,
    "vierter vierte vierten viertes": 4,
    "fünfter fünfte fünften fünftes fuenfter fuenfte fuenften": 5,
    "letzter letzte letzten letztes": LAST,
}
_PLACES = {
    "lissabon": "Europe/Lisbon",
    "wien": "Europe/Vienna",
    "rom": "Europe/Rome",
    "athen": "Europe/Athens",
    "prag": "Europe/Prague",
    "warschau": "Europe/Warsaw",
    "moskau": "Europe/Moscow",
    "brüssel": "Europe/Brussels",
    "zürich": "Europe/Zurich",
    "kopenhagen": "Europe/Copenhagen",
    "bukarest": "Europe/Bucharest",
    "belgrad": "Europe/Belgrade",
    "kiew": "Europe/Kyiv",
    "luxemburg": "Europe/Luxembourg",
    "kairo": "Africa/Cairo",
    "tokio": "Asia/Tokyo",
    "singapur": "Asia/Singapore",
    "hongkong": "Asia/Hong_Kong",
    "peking": "Asia/Shanghai",
}
_LONG_DAYS = tuple(several.split()[0].capitalize() for several in _WEEKDAYS)
_LONG_MONTHS = tuple(several.split()[0].capitalize() for several in _MONTHS)

_TENS = {"zwanzig": 20, "dreissig": 30, "vierzig": 40, "fünfzig": 50}
_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_UNITS = "ein zwei drei vier fünf sechs sieben acht neun"
_MINUTES_SAID = Sayings(
    {
        **{name: number for number, name in enumerate(_TEENS.split(), start=10)},
        **_TENS,
        **{
            f"{name}und{ten}": tens + number
            for ten, tens in _TENS.items()
            for number, name in enumerate(_UNITS.split(), start=1)
        },
    }
)
_PARTS_OF_TIME = Sayings(
    {
        "morgens|am morgen|früh|frueh|in der früh|in der frueh": DayPart.MORNING,
        "vormittags|am vormittag": DayPart.MORNING,
        "mittags|am mittag": DayPart.NOON,
        "nachmittags|am nachmittag": DayPart.AFTERNOON,
        "abends|am abend": DayPart.EVENING,
        "nachts|in der nacht": DayPart.NIGHT,
    }
)
_PARTS_OF_DAYS = {
    "früh": DayPart.MORNING,
    "morgen": DayPart.MORNING,
    "vormittag": DayPart.MORNING,
    "mittag": DayPart.NOON,
    "nachmittag": DayPart.AFTERNOON,
    "abend": DayPart.EVENING,
    "nacht": DayPart.NIGHT,
}
_DAYS_AND_PARTS = {
    f"{several.split()[0]}{name}": (day, part)
    for several, day in _WEEKDAYS.items()
    for name, part in _PARTS_OF_DAYS.items()
}


@cache
def _words() -> Words:
    return Words(
        before_length={"in"},
        units=names(
            {
                "h std stunde stunden": HOUR,
                "m min minute minuten": MINUTE,
                "s sek sekunde sekunden": SECOND,
            }
        ),
        day_units={"d", "tag", "tage", "tagen"},
        week_units={"woche", "wochen"},
        long_units={"monat", "monate", "monaten", "jahr", "jahre", "jahren"},
        numbers=names(_NUMBERS),
        set_lengths=Sayings(
            {
                "einer halben stunde|eine halbe stunde|halbe stunde|halben stunde": 30 * MINUTE,
                "einer viertelstunde|eine viertelstunde|viertelstunde": 15 * MINUTE,
                "einer dreiviertelstunde|eine dreiviertelstunde|dreiviertelstunde": 45 * MINUTE,
                "anderthalb stunden|eineinhalb stunden": 90 * MINUTE,
                "zweieinhalb stunden": 150 * MINUTE,
            }
        ),
        before_time={"um", "punkt"},
        times=names({"mittag mittags": time(12), "mitternacht mitternachts": time(0)}),
        o_clock=Sayings({"uhr": True}),
        halves=Sayings({}),
        joined_halves={},
        parts_of_time=_PARTS_OF_TIME,
        minutes_said=_MINUTES_SAID,
        minutes_of_hour=names({"viertel": 15, "fünf fuenf": 5, "zehn": 10, "zwanzig": 20}),
        past={"nach"},
        to={"vor"},
        before_full_hour={"halb": 30, "viertel": 45, "dreiviertel": 15},
        before_day={"am", "an"},
        articles={"der", "den", "dem"},
        a_single={"ein"},
        shifted_from={"ab", "nach"},
        week_after=set(),
        of=set(),
        every={"jeden", "jede", "jedes", "jeder", "alle"},
        next={
            "nächsten",
            "nächster",
            "nächste",
            "nächstes",
            "kommendes",
            "naechsten",
            "kommenden",
            "kommender",
            "kommende",
        },
        this={"diesen", "dieser", "diese", "dieses"},
        and_also={"und"},
        or_else={"oder", "dann"},
        through={"bis"},
        before_range={"von"},
        once={"einmal"},
        listed={"termine"},
        ordinals=set(),
        nights=Sayings({}),
        parts=_PARTS_OF_TIME.joined(
            Sayings(
                {
                    "morgen|vormittag": DayPart.MORNING,
                    "mittag": DayPart.NOON,
                    "nachmittag": DayPart.AFTERNOON,
                    "abend": DayPart.EVENING,
                    "nacht": DayPart.NIGHT,
                }
            )
        ),
        weekly_parts={},
        days_and_parts=_DAYS_AND_PARTS,
        days_ahead=Sayings(
            {"heute": 0, "morgen": 1, "übermorgen|uebermorgen": 2, "überübermorgen": 3}
        ),
        weekdays=names(_WEEKDAYS),
        weekly=Sayings(
            {
                "werktags|werktagen|werktäglich|wochentags|wochentagen|werktag|wochentag": WORKDAYS,
                "unter der woche|in der woche|arbeitstags|an arbeitstagen|werktägl.": WORKDAYS,
                "wochenends|wochenenden|wochenende": WEEKEND,
                "täglich|taeglich|tagtäglich|einmal am tag|einmal täglich": EVERY_DAY,
                "tgl|tgl.|tägl|tägl.|alle tage": EVERY_DAY,
                **{
                    f"{name}s": frozenset({day})
                    for name, day in names(_WEEKDAYS).items()
                    if len(name) > 2
                },
            }
        ),
        weekends={"wochenende"},
        after_every=names(
            {
                "tag tage": EVERY_DAY,
                "werktag wochentag werktage wochentage": WORKDAYS,
                "wochenende wochenenden": WEEKEND,
            }
        ),
        months=names({several: number for number, several in enumerate(_MONTHS, start=1)}),
        nths=names(_NTHS),
        every_other={},
        several_a_day=Sayings(
            {
                "stündlich|stuendlich|zweimal täglich|dreimal täglich": True,
                "zweimal am tag|dreimal am tag": True,
            }
        ),
        monthly=Sayings({"monatlich|jeden monat|einmal im monat": True}),
        of_month=Sayings(
            {
                "des monats|im monat|jedes monats|jeden monats|eines jeden monats": True,
                "jeden monat|in jedem monat": True,
            }
        ),
        every_week=Sayings(
            {
                "wöchentlich|woechentlich|jede woche|einmal die woche|einmal pro woche": 1,
                "zweiwöchentlich|zweiwoechentlich|14-tägig|vierzehntägig": 2,
            }
        ),
        yearly=Sayings({"jährlich|jaehrlich|jedes jahr|einmal im jahr": True}),
        leap_years_only=Sayings({"nur in schaltjahren|nur schaltjahre": True}),
        parities=Sayings(
            {
                "ungerade wochen|in ungeraden wochen|jede ungerade woche": WeekParity.ODD,
                "gerade wochen|in geraden wochen|jede gerade woche": WeekParity.EVEN,
            }
        ),
        after_length=Sayings({"ab jetzt|von jetzt an|später": True}),
        after_timer={"timer"},
        clauses=Sayings(
            {
                "in": Clause.ZONE,
                "ab|ab dem|von": Clause.FROM,
                "gezählt ab|gezaehlt ab|gezählt ab dem": Clause.COUNTED_FROM,
                "bis|bis zum": Clause.UNTIL,
                "außer|außer am|ausser am|aber nicht|aber nicht am|nicht am": Clause.EXCEPT,
                "aus": Clause.OFF,
                "ton|klang|mit ton|mit klang": Clause.SOUND,
                "lautstärke|lautstaerke": Clause.VOLUME,
                "laut": Clause.LOUD,
                "leise": Clause.QUIET,
                "ansteigend|ansteigend über|anstieg": Clause.RISE,
                "kein anstieg|ohne anstieg": Clause.NO_RISE,
                "schlummern|schlummer": Clause.SNOOZE,
                "kein schlummern|ohne schlummern|nicht schlummern": Clause.NO_SNOOZE,
                "läuten|laeuten|klingeln": Clause.RING,
                "verspätet|verspaetet|verspätet bis": Clause.LATE,
                "nur pünktlich|nur puenktlich": Clause.ON_TIME,
                "aufgabe": Clause.TASK,
                "keine aufgabe|ohne aufgabe": Clause.NO_TASK,
                "wach fragen nach|fragen nach": Clause.AWAKE,
                "nie wach fragen|nicht wach fragen": Clause.NOT_AWAKE,
                "erneut|nochmal|noch einmal": Clause.AGAIN,
                "nicht erneut": Clause.NOT_AGAIN,
            }
        ),
        times_counted={"mal"},
        unlimited=Sayings({"beliebig oft|unbegrenzt": True}),
        always={"immer"},
        percent={"%", "prozent"},
        tasks=Sayings(
            {
                "rechnen|rechnen mittel|rechnen normal": Task.SUM,
                "leichtes rechnen|leicht rechnen|rechnen leicht|leicht": Task.EASY_SUM,
                "schweres rechnen|schwer rechnen|rechnen schwer|schwer": Task.HARD_SUM,
                "satz": Task.SENTENCE,
                "keine": Task.NONE,
            }
        ),
        places=_PLACES,
        after_place=frozenset({"zeit"}),
        place_endings={"er"},
        no_places=set(),
        week_names={"kw", "kalenderwoche", "woche"},
        vague_zones=Sayings(
            {
                "mitteleuropäische zeit|mitteleuropäischer zeit|ortszeit": True,
                "sommerzeit|winterzeit|normalzeit|ostküstenzeit|westküstenzeit": True,
            }
        ),
        openings=Sayings(
            {
                "weck mich|wecke mich|weck mich um|wecke mich um|wecken|wecken um": Opening.ANY,
                "weck mich für|weck mich zum|weck mich zur|wecke mich für": Opening.ANY,
                "wecker|wecker um|wecker auf|wecker für|alarm um|alarm für": Opening.ANY,
                "stell den wecker auf|stelle den wecker auf|stell einen wecker auf": Opening.ANY,
                "stelle einen wecker auf|bitte": Opening.ANY,
                "erinnere mich|erinnere mich an|"
                "erinner mich|erinner mich an|erinnerung": Opening.ANY,
                "timer für|timer auf|stell einen timer auf|stelle einen timer auf": Opening.TIMER,
                "kurzzeitwecker": Opening.TIMER,
            }
        ),
        unclear=Sayings(
            {
                "gegen|etwa|ungefähr|ca|ca.|circa|kurz vor|kurz nach|vor|nach": Unclear.ABOUT,
                "genau|exakt": Unclear.ABOUT,
                "ab|bis|seit|spätestens|spätestens um|zwischen": Unclear.ABOUT,
                "nicht|nie|kein|keine|ohne|außer|ausser|nicht am": Unclear.NOT,
                "weihnachten|heiligabend|heilig abend|silvester|neujahr|ostern": Unclear.NO_DATE,
                "weihnachtstag|erster weihnachtstag|zweiter weihnachtstag": Unclear.NO_DATE,
                "neujahrstag|am neujahrstag|karfreitag|ostersonntag|ostermontag": Unclear.NO_DATE,
                "später|bald|nächsten monat|nächstes jahr": Unclear.NO_DATE,
                "monatsende|am monatsende|ende des monats|ende monat": Unclear.NO_MONTH_END,
                "monatsanfang|anfang des monats|jahresende|ende des jahres": Unclear.NO_MONTH_END,
                "gestern|vorgestern|gestern abend": Unclear.OVER,
                "letzten|letzter|vorigen|letzte woche|vorige woche": Unclear.GONE,
                "vorletzter|vorletzten|vorletzte|zweitletzter|zweitletzten": Unclear.NO_RULE,
                "drittletzter|drittletzten|vorvorletzter|vorvorletzten": Unclear.NO_RULE,
                "vierteljährlich|quartalsweise|halbjährlich|jedes quartal": Unclear.NO_RULE,
                "feiertags|an feiertagen|jeden feiertag": Unclear.NO_RULE,
                "zweimal die woche|zweimal pro woche|dreimal die woche": Unclear.NO_RULE,
                "zweimal im monat|zweimal pro monat": Unclear.NO_RULE,
                "lautlos|stumm|ohne ton|kein ton": Unclear.SILENT,
                "morgens|am morgen|früh|frueh|vormittags|am vormittag|nachmittags": Unclear.NO_DAY,
                "am nachmittag|abends|am abend|nachts|in der nacht|am mittag": Unclear.NO_DAY,
                "lösche|lösch|löschen|entferne|stopp|ändere": Unclear.NO_DEED,
                "kein wecker|keinen wecker|weck mich nicht|schalte aus": Unclear.NO_DEED,
                "schultags|schultage|an schultagen|jd|jd.|wöch|wöch.": Unclear.NO_RULE,
                "übernächsten|übernächster|übernächste|übernächstes": Unclear.NO_RULE,
            }
        ),
        in_labels={
            *names(_WEEKDAYS),
            *("täglich", "taeglich", "einmal", "wochenende", "werktag", "wochentag"),
        },
        doubtful={"aus", "laut", "leise"},
        ordinary={"half", "sun", "once"},
        no_label_begins={
            *("in", "am", "um", "ab", "von", "bis", "jeden", "jede", "jedes", "jeder"),
            *("nächsten", "nächster", "nächste", "nächstes", "naechsten", "kommenden", "kommende"),
            *("diesen", "ausser", "und", "oder"),
        },
        lookalikes=GERMAN_LOOKALIKES,
        misspelt=names({"übermogn uebermogn": "übermorgen"}),
        short_settings={"lautst": "lautstärke"},
    )


def _date(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year:04}"


_WRITING = Writing(
    short_days=tuple(several.split()[1].capitalize() for several in _WEEKDAYS),
    weekly_days=tuple(f"{several.split()[0]}s" for several in _WEEKDAYS),
    long_days=_LONG_DAYS,
    months=_LONG_MONTHS,
    groups={EVERY_DAY: "täglich", WORKDAYS: "werktags", WEEKEND: "wochenends"},
    nths={number: several.split()[0] for several, number in _NTHS.items()},
    ordinal="{}.".format,
    date=_date,
    once="einmal",
    listed="Termine {dates}",
    every_days="alle {count} Tage",
    every_weeks="alle {count} Wochen am {days}",
    every_nth_week="jeden {nth} {day}",
    parities={WeekParity.ODD: "ungerade Wochen {days}", WeekParity.EVEN: "gerade Wochen {days}"},
    monthly="monatlich am {nth}",
    last_of_month="letzter Tag des Monats",
    nth_of_month="{nth} {day} des Monats",
    yearly="jährlich am {day}. {month}",
    leap={
        LeapPolicy.FEBRUARY_28: "",
        LeapPolicy.MARCH_1: " oder 1. März",
        LeapPolicy.LEAP_YEARS_ONLY: " nur in Schaltjahren",
    },
    zone="in {zone}",
    counted_from="gezählt ab {date}",
    first="ab {date}",
    last="bis {date}",
    times="{count} mal",
    excepted="außer {dates}",
    off="aus",
    timer="in {length}",
    sound="Ton {name}",
    volume="Lautstärke {percent}",
    rise="ansteigend {length}",
    no_rise="ohne Anstieg",
    snooze="schlummern",
    snooze_times="{count} mal",
    unlimited="unbegrenzt",
    no_snooze="nicht schlummern",
    ring="läuten {length}",
    late="verspätet {length}",
    late_always="verspätet immer",
    on_time="nur pünktlich",
    task="Aufgabe {task}",
    tasks={
        Task.EASY_SUM: "leichtes Rechnen",
        Task.SUM: "Rechnen",
        Task.HARD_SUM: "schweres Rechnen",
        Task.SENTENCE: "Satz",
    },
    no_task="keine Aufgabe",
    awake="wach fragen nach {length}",
    not_awake="nie wach fragen",
    again="erneut",
    again_every="alle {length}",
)

_TELLING = Telling(
    day="{name} {day}. {month}",
    timer="Timer: {length}",
    left="in {length}",
    over="ist vorbei",
    question="oder {time}?",
)

GERMAN = Language("de", _words, _WRITING, _TELLING)
