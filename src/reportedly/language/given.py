"""Repairs of who is given something, where the model builds them into the thing: "sent Kyiv tanks"."""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token

GIVING = frozenset({"send", "give", "supply", "lend", "sell", "offer", "hand", "ship", "promise", "deny", "grant", "pledge"})
ARMS = frozenset({"drone", "tank", "missile", "jet", "helicopter", "rocket", "howitzer", "rifle", "gun", "shell", "weapon", "arms", "ammunition", "launcher", "mortar", "warplane", "aircraft", "ship", "boat", "truck", "vehicle", "explosive", "grenade", "mine", "bomb", "cannon", "radar", "system", "plane"})


def given_name(token: Token, _: Sentence) -> bool:
    """"sent Kyiv tanks", "sold the militia drones": whom the arms go to, and no kind of arms."""
    arms = token.head
    verb = arms.head
    if token.dep != "compound" or token.i >= arms.i or arms.dep != "dobj" or arms.lemma not in ARMS or verb.lemma not in GIVING:
        return False
    if any(c.lower in ("to", "into", "for", "against", "across", "toward", "towards") for c in verb.all("prep", "dative") if c.i > arms.i):
        return False  # "sent army tanks to the border"
    det = next((c for c in arms.all("det") if c.i == token.i - 1), None)
    if not (token.ent == "GPE" or (det is not None and det.lower == "the" and kind_of(token) in ("ARMED", "GROUP"))):
        return False
    if det is not None:
        move(det, token, "det")
    move(token, verb, "dative")
    return True
