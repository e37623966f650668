"""The closed vocabularies of a claim, in the words of the claim contract: status, stance, kinds and roles."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What the innermost voice says of the event."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    REQUESTED = "requested"
    POSSIBLE = "possible"
    DENIED = "denied"


class Stance(StrEnum):
    """How a voice stands to what it tells."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    CONFIRMS = "confirms"
    ASKS = "asks"
    PREDICTS = "predicts"


class VoiceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    AGENCY = "agency"
    OUTLET = "outlet"
    GROUP = "group"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class PlaceRole(StrEnum):
    AT = "at"
    FROM = "from"
    TO = "to"


class Precision(StrEnum):
    """How finely a place is known."""

    EXACT = "exact"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


class FigureRole(StrEnum):
    KILLED = "killed"
    INJURED = "injured"
    DETAINED = "detained"
    DISPLACED = "displaced"
    TARGETS = "targets"
    WEAPONS = "weapons"
    FORCES = "forces"
    DISTANCE = "distance"
    DURATION = "duration"
    MONEY = "money"
    OTHER = "other"
