"""Verbs and nouns that say who is the subject of what they govern."""

from __future__ import annotations

# Verbs whose object is the subject of the infinitive or gerund that they govern ("urged X to stop", "accused X of firing").
OBJECT_CONTROL = frozenset(
    ["ask", "tell", "order", "urge", "press", "push", "force", "compel", "oblige", "allow", "permit", "let", "help", "enable", "cause", "make", "get", "want", "need", "expect", "advise", "warn", "invite", "persuade", "convince", "encourage", "instruct", "command", "request", "beg", "implore", "appeal", "require", "forbid", "prevent", "stop", "keep", "bar", "deter", "accuse", "blame", "suspect", "charge", "convict", "acquit", "see", "hear", "watch", "catch", "find", "leave", "send", "lead", "drive", "prompt", "call", "summon", "train", "authorise", "authorize", "believe", "report", "say", "think", "allege", "claim", "know", "show", "criticise", "criticize", "condemn", "praise", "thank", "fault", "quote", "cite", "subject", "ban", "block", "discourage", "dissuade", "prohibit", "exclude", "restrain",
     "pressure", "pressurise", "pressurize", "nudge", "prod", "exhort", "coerce", "bully", "induce", "spur", "entreat", "direct", "task", "mandate", "challenge", "dare", "empower", "commit"]
)
LAYING = frozenset(["accuse", "blame", "suspect", "charge"])  # by which two sides lay deeds at each other's door
# Verbs with two objects; and those by which others are had to do it: "paid a militia to attack the village".
GIVING = frozenset(["give", "hand", "send", "offer", "grant", "award", "lend", "promise", "pay", "sell", "issue", "serve", "supply", "refuse", "deny"])  # with two objects
HIRING = frozenset(["pay", "hire", "bribe", "recruit", "contract", "commission", "incite", "goad"])
# Verbs whose object is another's word: "dismissed a report", "rejected the claim".
ANSWERS_TO = frozenset(["deny", "reject", "dismiss", "refute", "rebut", "dispute", "contradict", "disown", "discount", "read", "see", "cite", "quote", "hear", "question", "doubt", "echo", "call", "describe", "brand", "label", "term", "dub", "denounce"])
# Verbs by which somebody answers what another does or means to do: "challenged the decision to prosecute", "welcomed the plan to withdraw".
ANSWERING_DEEDS = ANSWERS_TO | frozenset(
    ["challenge", "contest", "criticise", "criticize", "condemn", "welcome", "oppose", "slam", "praise", "applaud", "overturn", "quash", "uphold", "reverse", "block", "regret", "deplore", "resist", "thwart", "foil", "attack", "defend", "appeal", "survive", "escape", "avert", "prevent", "dodge", "evade", "uncover", "discover", "detect", "investigate", "probe", "fear", "recount", "mention", "ignore", "defy", "disobey", "obey", "flout", "heed"]
)
# Bodies that in small letters stand before their reports and statements: "an army statement", "police reports".
TELLING_BODIES = frozenset(["media", "press", "police", "army", "military", "navy", "government", "ministry", "presidency", "palace", "embassy", "hospital", "council", "party", "union", "cabinet", "junta", "coalition"])
# Verbs with a "for" by which somebody answers for what he did: "arrested two men for burning a flag".
PUNISHING = frozenset(
    ["arrest", "detain", "jail", "imprison", "sentence", "fine", "punish", "sanction", "sue", "prosecute", "indict", "try", "hold", "expel", "suspend", "sack", "fire", "dismiss", "execute", "flog", "hang", "deport", "ban", "rebuke", "chastise", "scold", "slam", "blast", "denounce", "lambast", "lambaste", "berate", "mock", "reward", "honour", "honor", "applaud", "pardon", "forgive", "hit"]
)
SUMMONED_FOR = frozenset(["protest", "complain", "demand", "condemn", "express", "convey", "register", "lodge", "hand", "deliver"])  # by the one who summons
BY_THEMSELVES = frozenset(["gather", "assemble", "camp", "flock", "converge", "encamp"])  # "strikers gathered outside" have come by themselves
AWAY_FROM = frozenset(["flee", "escape", "survive", "witness"])  # "fled fighting" is others' fighting
SAYING = frozenset(["say", "believe", "allege", "claim", "think", "suspect", "report"])  # "a man they say shot a judge"
STATES = frozenset(["find", "leave", "lie"])  # with a participle the state that somebody is in: "was found murdered", "are believed killed"
# Verbs and nouns that ask somebody for something by "on", "for", "to" or "with".
PLEADING = frozenset(["call", "appeal", "plead", "plea", "press", "push", "lobby", "campaign", "clamour", "clamor", "agitate", "petition", "argue", "demand", "request", "cry", "pressure", "beg", "vote", "pray", "wait", "hope", "arrange", "long"])
JUDGED = frozenset(["early", "late", "important", "vital", "essential", "crucial", "necessary", "hard", "easy", "difficult", "possible", "impossible", "right", "wrong", "premature", "dangerous", "unlawful", "illegal", "legal", "unfair", "fair"])
