"""Everyday words and names that look like a mistyped day, and are none: “letter”, “Leute”."""

_ENGLISH = (
    # like every, evening, morning, month and week
    "very ever evers evert avery emery everly eventing moaning corning mooning horning "
    "weakly meekly "
    # like yearly, today, tomorrow, nightly
    "early nearly dearly pearly todays toddy tomorrows lightly tightly rightly knightly nighty "
    # like nights, second, fourth
    "rights lights fights sights knights tights eights seconds forth furth fourths "
    # like friday, sunday, and months
    "frida sundae sundaes sundry augusta auguste augusto augusts jaguar septembers "
    # like German words of days
    "written letter easter ester drifter critter fritter ritter seder eden feder haute "
    "bends amends yachts nachos montage montages montagu morgan morgans morten morden "
    "jenner britten"
)
_GERMAN = (
    # like jeden and jeder
    "jedem reden juden jener jenen jenes jemen jeher jever weder leder feder eder eden "
    # like heute
    "leute beute heut hefte meute deute hegte heule heulte reute häute haute "
    # like morgen, abends, nachts, mittag, montags, januar
    "sorgen morgan morden morten margen borgen horgen abende nichts machts mittig montage jaguar "
    # like other days and months
    "sonntage samstage werktage wochentage nachmittage wochenendes männer maenner frida freital "
    "augusta auguste tauglich tätlich "
    # like letzte, erste
    "setzte setzten hetzte letzt letztem letztens letztere letten lette ernsten ernster ernstes "
    "erstem erstens erstere elster ernten resten kersten bersten gerster "
    # like zweite, dritte, vierte, fünfte
    "weiter weite weiten weites zeiten zweier zweien zweit zweitens zweitem zweige zweigen zweiges "
    "ritter ritten tritte tritten fritten driften dritt drittel dritteln drittels drittem drittens "
    "viertel vierteln viertels viert vierer vieren viertens viersen zierte fünfer fünft fünftel "
    "zünfte "
    # like täglich and other rules
    "tägliche monatliche wöchentliche jährliche"
)
ENGLISH_LOOKALIKES = frozenset(_ENGLISH.split())
GERMAN_LOOKALIKES = frozenset(_GERMAN.split())
