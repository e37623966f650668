"""Words that stand around the names of places, and what each tells of the place. Data only."""

# ruff: noqa: SIM905  # lists of words are read more easily as words

from __future__ import annotations

NAME_TYPES = frozenset({"GPE", "LOC", "FAC"})

# the kind of place that a noun names; "port city of", "Idlib province", "the Tigris river"
KINDS: dict[str, str] = {
    **dict.fromkeys(
        "province governorate state oblast prefecture canton emirate wilaya voivodeship republic krai".split(), "admin1"
    ),
    **dict.fromkeys("district county parish municipality subdistrict borough commune".split(), "admin2"),
    **dict.fromkeys(
        "city town village hamlet settlement suburb township capital port neighbourhood neighborhood quarter stronghold resort".split(),
        "town",
    ),
    **dict.fromkeys("river canal".split(), "river"),
    **dict.fromkeys("sea gulf strait straits ocean lake bay channel".split(), "sea"),
    **dict.fromkeys(
        "region area valley mountain mountains mount hills island islands peninsula desert enclave exclave territory countryside plain".split(),
        "region",
    ),
    **dict.fromkeys("country nation kingdom".split(), "country"),
    **dict.fromkeys(
        "airport airbase airfield base barracks garrison hospital university school mosque church cathedral temple shrine prison jail "
        "camp embassy consulate stadium bridge dam market square station checkpoint crossing refinery plant reactor hotel mall palace "
        "courthouse parliament cemetery monastery factory headquarters compound museum park street road avenue boulevard highway".split(),
        "facility",
    ),
}
PLURALS: dict[str, str] = {
    **{f"{word}s": kind for word, kind in KINDS.items() if not word.endswith(("s", "y", "ch"))},
    **{f"{word[:-1]}ies": kind for word, kind in KINDS.items() if word.endswith("y")},
    "valleys": "region", "bays": "sea", "railways": "facility", "churches": "facility",
}  # fmt: skip

DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest north-east north-west "
    "south-east south-west northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western "
    "northernmost southernmost upper lower rural downtown coastal inner greater suburban".split()
)
# kinds that before "of" name a part of the place: "the Wadi Barada area of Damascus", "the capital of Syria"
PARTS_OF = frozenset(
    "area areas territory countryside suburb suburbs quarter quarters neighbourhood neighborhood neighbourhoods neighborhoods capital "
    "plain hills mountains district districts valley borough commune country channel desert".split()
)
# degrees clockwise from north
BEARINGS: dict[str, float] = {
    "north": 0, "northeast": 45, "north-east": 45, "east": 90, "southeast": 135, "south-east": 135, "south": 180,
    "southwest": 225, "south-west": 225, "west": 270, "northwest": 315, "north-west": 315,
}  # fmt: skip
KM: dict[str, float] = {
    **dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), 1.0),
    **dict.fromkeys(("mile", "miles", "mi"), 1.609344),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), 0.001),
    "yards": 0.0009144,
}  # fmt: skip

# what is said to lie "off the coast of" a place
COASTS = frozenset("coast coastline coasts shore shores seaboard port".split())
# what leads from one place to another
ROADS = frozenset(
    "road roads highway highways motorway motorways route railway line expressway corridor freeway pipeline stretch track".split()
)
# verbs of what is done "between X and Y" by the two of them, not at a place that lies there
WITH_EACH_OTHER = frozenset(
    "sign agree negotiate mediate broker reach differ choose hold resume distribute divide split strike exchange restore conclude begin "
    "start fail discuss share oscillate vary alternate be fly shuttle travel commute".split()
)

LOCATIVE = frozenset(
    "in at near from to toward towards outside inside around over into onto off across through throughout within above beyond on "
    "along behind between upon via amid surrounding northwards southwards".split()
)
NEAR = frozenset("near outside around surrounding by beyond off".split())
# verbs whose object is a place when it bears a place's name
TAKES_PLACE = frozenset(
    "attack besiege bomb bombard capture control cross defend encircle enter evacuate flee hit hold invade leave liberate lose occupy "
    "overrun pound quit raid reach recapture reclaim regain retake retook rocket seize shell storm strike surround take target visit tour secure "
    "reopen infiltrate blockade flood ravage engulf rock".split()
)
# joins the parts of one name
ARTICLES = frozenset("al el ez az as ash ad an ar at ul ed er es".split())
# those of them that are English words join only by a hyphen: "Ras al Ayn", "as-Suwayda", but not "Gori as Georgia"
_FREE_ARTICLES = ARTICLES - frozenset("as ad an at ed er es".split())
JOINERS = _FREE_ARTICLES | frozenset("- – ' ’ of de la le les du des del di da do dos d' and the & sur am".split())

# heads of institutions and people: "Syria's president", "the Moscow government" name who acts, not where
ACTS = frozenset(
    "president minister premier government army military force troop police parliament ministry official spokesman spokeswoman spokesperson "
    "leader king queen prince emir ambassador envoy diplomat delegation administration regime cabinet senate congress court navy air "
    "intelligence secretary chancellor chief commander general soldier warplane jet ally opposition party team embassy citizen people "
    "authority agency council mayor governor lawmaker senator representative premier ruler monarch dictator junta rebel militia coalition "
    "foreign prime defence defense interior deputy vice former state national security federal decision policy position demand offer refusal "
    "claim accusation statement denial call response role support ambition intention willingness".split()
)
# verbs whose subject, though it bears a place's name, only is or suffers something there
SUFFERS = frozenset(
    "be see witness suffer fall remain become lie sit experience border burn erupt descend face endure stand straddle host house contain "
    "look appear seem have get witness plunge slide slip".split()
)
# verbs whose object is a government
PLAIN = frozenset("day eve centre center union house office drive court pre post anti ex non pro mid semi multi inter intra".split())  # alone no town: "St Patrick's Day", "the Centre"
QUANTITIES = frozenset("many most few several more other such".split())  # "Many were held": no town in Louisiana
ADDRESSES = frozenset(
    "accuse ask blame call condemn criticise criticize urge warn threaten tell sanction thank support back help assist denounce pressure "
    "press persuade convince inform sue praise isolate punish advise appease arm recognise recognize".split()
)
# verbs that only people do: a small town's name before one is a surname
SPEAKS = frozenset("say tell add note argue explain believe think recall joke laugh insist".split())
# nouns whose "against X", "on X" means a government
AIMED = frozenset(
    "sanction war case accusation claim threat complaint lawsuit embargo embargoes pressure charge campaign policy".split()
)
# nouns that with "of X" say what of X, or what befalls it: "the outskirts of Aleppo", "the siege of Homs"
SIDES = frozenset(
    "part half bank side outskirts outskirt suburb edge centre center coast shore border area most rest siege capture fall liberation battle "
    "bombing shelling bombardment invasion control recapture streets street swathe swath village town city".split()
)
