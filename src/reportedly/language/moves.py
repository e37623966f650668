"""What repairs of the parse have in common: moving a word in the tree, and looking beside it."""

from __future__ import annotations

from reportedly.language.parse import Sentence, Token


def move(token: Token, head: Token, dep: str) -> None:
    """Hang a token on another head; at the same token, make it a root."""
    if token is not token.head:
        token.head.children.remove(token)
    root = head is token
    token.head, token.dep = head, dep
    if not root:
        head.children.append(token)
        head.children.sort(key=lambda t: t.i)


def end_of(noun: Token) -> int:
    """The last word of a phrase."""
    return max(t.i for t in noun.subtree())


def is_after_comma(token: Token, sentence: Sentence) -> bool:
    """Whether a comma, dash or closing mark stands right before a token."""
    before = [t for t in sentence.tokens if t.i < token.i]
    return bool(before) and before[-1].lower in (",", "”", '"', "’", "'", "–", "—", "-")


def take_over(verb: Token, told: Token) -> None:
    """Put a verb in the place of one above it, which becomes what it tells."""
    told.children.remove(verb)
    if told.is_root:
        verb.head, verb.dep = verb, "ROOT"
        told.head, told.dep = verb, "ccomp"
        verb.children.append(told)
        verb.children.sort(key=lambda t: t.i)
    else:
        verb.head = verb  # free, until it takes the place
        above, dep = told.head, told.dep
        move(verb, above, dep)
        move(told, verb, "ccomp")
