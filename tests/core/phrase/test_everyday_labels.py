"""Labels as people type them after a time, without quotes: each of them is taken as it stands."""

import pytest

from alarmclock.core.phrase import ENGLISH, GERMAN
from tests.core.phrase.lines import read

ENGLISH_LABELS = """
mom
gym
gym 99
room 5
pills
feed the cat
fry eggs
money transfer
on-call handover
walk the dog
call mom
call the bank
dentist
doctor
doctor's appointment
take out the trash
rubbish out
bins
laundry
washing machine
dryer
dishes
dinner
lunch break
breakfast
coffee
tea
tea time
pizza
pasta
eggs
rice
bread dough
oven off?
turn down the heating
water plants
water the plants
yoga
meditate
stretch
run
morning run
long run
swim training
football practice
piano lesson
guitar practice
homework
study math
math exam
school
school run
pick up kids
kids to bed
bedtime
wind down
wake up!
get up
rise and shine
work
work out
commute
bus 42
train to Leeds
flight to Paris
airport taxi
check in
check-in
checkout
pack bags
passport
meeting
team meeting
stand-up
standup
retro
sprint review
code review
deploy
release
budget report
quarter report
tax return
rent due
pay rent
pay bills
electric bill
insurance
car service
MOT
tyre change
parking meter
petrol
groceries
supermarket
buy milk
milk, bread and eggs
bake cake
birthday cake
Anna's birthday
party
wedding
anniversary
date with Sam
cinema
film starts
theatre
concert
match starts
the game
news
radio
podcast
favourite show
read
book club
journal
diary
pray
church
mass
medicine
insulin
vitamins
eye drops
antibiotics
blood pressure
physio
therapy
nurse visit
baby feed
nappy change
nap
power nap
double shift
late shift
early shift
early bird
shift starts
lights out
third helping
letter to Frida
letter from mum
Morgan
Frida
very important
nearly there
sundae bar
montage
do laundry
so what
first aid
last call
seven dwarfs
no sugar
again and again
ring mum
plan B
party of five
dinner for two
leave for work
leave house
log in
lights on
turn off alarm
ab workout
fire drill
sat-nav update
sun-dried tomatoes
""".strip().splitlines()
GERMAN_LABELS = """
Mama
Sport
Sport 99
Raum 5
Tabletten
Katze füttern
Hund raus
Gassi gehen
Mama anrufen
Bank anrufen
Zahnarzt
Arzt
Arzttermin
Termin beim Arzt
Müll rausbringen
Müll
gelbe Tonne
Wäsche
Waschmaschine
Trockner
Spülmaschine
Abendessen
Mittagessen
Mittagspause
Frühstück
Kaffee
Tee
Teepause
Pizza
Nudeln
Eier
Reis
Brotteig
Ofen
Heizung runter
Blumen gießen
Pflanzen gießen
Yoga
Meditation
Dehnen
Joggen
Laufen
Morgenlauf
Schwimmen
Fußball
Klavierstunde
Gitarre üben
Hausaufgaben
Aufgaben machen
Mathe lernen
Matheprüfung
Schule
Schulbus
Kinder abholen
Kinder ins Bett
Schlafenszeit
Feierabend
Aufstehen
Aufstehen!
Arbeit
Zur Arbeit
Zum Zug
Zum Bäcker
Nach Hause
Bus 42
Zug nach Köln
Flug nach Paris
Taxi zum Flughafen
Koffer packen
Reisepass
Reise nach Rom
Besprechung
Teambesprechung
Stand-up
Retro
Präsentation
Bericht
Quartalsbericht
Steuererklärung
Miete
Miete zahlen
Rechnung zahlen
Strom ablesen
Versicherung
Auto waschen
TÜV
Reifenwechsel
Parkuhr
Tanken
Einkaufen
Supermarkt
Milch kaufen
Milch, Brot und Eier
Kuchen backen
Geburtstagskuchen
Annas Geburtstag
Party
Hochzeit
Hochzeitstag
Treffen mit Jan
Kino
Film beginnt
Theater
Konzert
Spiel beginnt
Tagesschau
Nachrichten
Radio
Podcast
Lieblingssendung
Lesen
Buchclub
Tagebuch
Beten
Kirche
Gottesdienst
Medizin
Insulin
Vitamine
Augentropfen
Antibiotika
Blutdruck messen
Physio
Therapie
Pflegedienst
Baby füttern
Windeln
Nickerchen
Nachtschicht
Spätschicht
Frühschicht
Leute treffen
Sorgen abgeben
Letter
Brief von Oma
Briefe an Frida
Feder kaufen
Reden schreiben
Weiter lernen
Viertel aufräumen
Männer grillen
Montage beim Kunden
Nichts vergessen
Beute
Licht aus?
An Mama denken
Alle wecken
Den Hund füttern
Die Pillen
Das Fahrrad holen
Mit Hund raus
Für Prüfung lernen
Tür abschließen
Fenster zu
Oma besuchen
Probe
Chorprobe
Elternabend
Sprechstunde
Vorlesung
Seminar
Abgabe
Training
Wandern
Sauna
Friseur
Tierarzt
Handwerker
Paket abholen
Blutspende
""".strip().splitlines()


@pytest.mark.parametrize("label", ENGLISH_LABELS)
def test_an_everyday_label_needs_no_quotes(label):
    """However like a day it looks."""
    assert read(f"7:15 {label}").label == label


@pytest.mark.parametrize("language", [ENGLISH, GERMAN], ids=repr)
@pytest.mark.parametrize("label", GERMAN_LABELS)
def test_an_everyday_label_in_german_needs_no_quotes(label, language):
    """However like a day it looks, in a window of either language."""
    assert read(f"7:15 {label}", language=language).label == label


def test_there_are_many_of_them():
    """So many that a word which is refused for nothing is seen."""
    assert min(len(ENGLISH_LABELS), len(GERMAN_LABELS)) >= 150
