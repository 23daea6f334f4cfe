"""What a message tells about a person and what it wants: pure, from recognised words to a `Message`.

The words are walked from left to right. Cue words say which part of a person's story follows: "ik heb", "met" and "na"
what they hold, "ik ben" and "ik werk als" their work, "naar", "wil" and "worden" what they want. Secondary diplomas are
held unless they are walked to; levels of mbo and higher are wanted unless a cue says that they are held.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.profile import FORMS_OF_MBO, HIGHER, Experience, HeldDiploma, Profile
from assistant.types import Language
from assistant.understanding.enrolled import is_only_enrolled
from assistant.understanding.lexicon import Lexicon, words_of
from assistant.understanding.person_meant import SELF, THIRD, whom
from assistant.understanding.school_years import worth_of
from assistant.understanding.telling_parts import AIMED, NO_ROLE, SECONDARY, ToldDiploma
from assistant.understanding.telling_walk import Walker
from assistant.understanding.told import NOTHING_WANTED, Message, Told, Wanted
from assistant.understanding.told_numbers import Numbers, numbers_in
from assistant.understanding.told_order import told_in_order

SENTENCE_END = re.compile(r"[?!;\n]+|\.+(?=\s|$)")
PAUSE = re.compile(r"[,()]+|:(?=\s)|/(?=\s)|\s-\s")


MOST_REMEMBERED = 512
"""Messages of which it is remembered what they tell: those of the talks that go on are read again with each new one."""


@lru_cache(MOST_REMEMBERED)
def read_message(
    text: str,
    lexicon: Lexicon,
    language: Language,
    today: date,
    role: str = NO_ROLE,
    before: Wanted = NOTHING_WANTED,
) -> Message:
    """Return what a message tells and wants. `role` is what a bare message is about: HELD after "welk diploma heb je?".

    `before` is what the talk aims at, where the message itself names no aim.
    """
    if FRAMEWORK.search(text):  # a diploma that is named is what is asked of, not what somebody has
        return replace(read_message("", lexicon, language, today), questions=True, has_more=True)
    numbers, rest = numbers_in(told_in_order(text), today)
    walker = Walker(language, role)
    walker.before = before
    mentions = 0
    for sentence in SENTENCE_END.split(rest):
        for piece in PAUSE.split(sentence):
            for mention in lexicon.read(words_of(piece)):
                mentions += 1
                walker.step(mention)
            walker.pause()
        walker.end_sentence()
    walker.settle()
    if not (walker.cues & {"questions", "needs"} or "admission" in walker.wants.intents):
        walker.wants.intents.discard("subjects")  # "mijn vakken zijn ..." tells
    told, wanted = _told(walker, numbers, whom(text)), _wanted(walker)
    bare = words_of(told_in_order(text))
    return Message(
        told,
        wanted,
        numbers,
        agrees="agrees" in walker.cues,
        denies="corrects" in walker.cues,
        adds="adds" in walker.cues,
        questions="questions" in walker.cues or ASKED_OF_ANOTHER.match(text) is not None,
        has_more=bool(walker.other),
        bare_number=next((int(word) for word in bare if word.isdigit()), None)
        if len(bare) <= MOST_BARE
        else None,
    )


FRAMEWORK = re.compile(r"\b(?:nlqf|eqf)\b", re.IGNORECASE)
"""The frameworks of levels of diplomas."""

ASKED_OF_ANOTHER = re.compile(
    r"\s*(?:en|and|und)\s+(?:(?:die|dat|deze|that|the one|das|der)\s+)?(?:van|of|von)\s", re.IGNORECASE
)
"""The question before, asked of something else ("en van Verspaner niveau 2?"): its level is that of a programme, not somebody's."""

MOST_BARE = 4
"""Words of a message of which a number is the point: "ik ben 17 jaar"."""


def _told(walker: Walker, numbers: Numbers, meant: str) -> Told:
    has_none = bool(walker.facts & {"no_diploma", "lacks_one"}) or _lacks_mbo_for_more(walker)
    has_left = any(one.grade and one.level.startswith(SECONDARY) for one in walker.diplomas)
    walker.diplomas = [one for one in walker.diplomas if _is_worth(one, walker)]
    wanted = _wanted(walker)
    of_mbo = not (walker.vague or walker.diplomas or has_none) and _comes_from_mbo(walker)
    enrolled = [one for one in walker.diplomas if is_only_enrolled(one.level, one.studies, wanted)]
    walker.diplomas = [one for one in walker.diplomas if one not in enrolled]
    diplomas = tuple(one.held() for one in walker.diplomas)
    if (has_none or has_left) and not diplomas:
        diplomas_told: tuple[HeldDiploma, ...] | None = ()
    else:
        diplomas_told = diplomas or None
    job = " ".join(dict.fromkeys(walker.job)) or None
    experience = (Experience(numbers.experience, (), job or ""),) if numbers.experience else None
    facts = walker.facts
    has_employer = (
        False if "no_employer" in facts else True if facts & {"has_employer", "recognised"} else None
    )
    profile = Profile(
        diplomas=diplomas_told,
        age=numbers.age,
        job=job,
        experience=experience,
        has_employer=has_employer,
        is_recognised_employer=True if "recognised" in facts else None,
        languages=dict(numbers.languages) if numbers.languages else None,
        tests=tuple(walker.tests) or None,
        hours_per_week=numbers.hours_per_week,
        budget_euro=numbers.budget_euro,
        place=walker.place or None,
        travel_km=numbers.travel_km,
        keeps_working=True if "keeps_working" in facts else None,
        benefits=walker.benefit or None,
        starts_after=numbers.starts_after,
    )
    return Told(
        profile,
        tuple(one.level for one in walker.diplomas if one.studies),
        walker.loose_subjects,
        walker.loose_cluster,
        "" if diplomas else "mbo" if of_mbo else walker.vague,
        walker.about or (meant if meant not in (SELF, THIRD) else ""),
        "" if walker.about else meant,
        tuple(walker.lacks_profiles),
        enrolled[0].held() if enrolled else None,
    )


def _lacks_mbo_for_more(walker: Walker) -> bool:
    """Say whether somebody has no mbo and asks for what comes after it; who asks for mbo itself may hold what leads there."""
    groups = walker.wants.groups
    return "lacks_mbo" in walker.facts and not (groups.get("level") or groups.get("mode"))


FORMS = ("mode", "kind")
COMES_FROM = frozenset(["holds", "done", "studies", "with", "after", "from"])
"""Cues behind which stands what somebody has, or does now."""


def _comes_from_mbo(walker: Walker) -> bool:
    """Say whether a form of mbo is what somebody comes from ("met bbl naar het hbo"): higher education has no such form."""
    modes, kinds = ({value for group in walker.wants.groups.get(one, ()) for value in group} for one in FORMS)
    is_higher = bool(kinds) and kinds <= HIGHER and not walker.wants.groups.get("level")
    asks_other = bool(walker.wants.asks) or "compare" in walker.wants.intents
    comes = bool(walker.cues & COMES_FROM) and not asks_other
    return comes and bool(modes) and modes <= FORMS_OF_MBO and is_higher


def _is_worth(one: ToldDiploma, walker: Walker) -> bool:
    """Say whether a diploma counts; one of secondary school that was not passed becomes what its year is worth."""
    stays = one.stays and bool(one.grade or one.level.startswith("vmbo"))
    failed = one.is_stopped or stays or (_is_lacked(one, walker) and one.level.startswith(SECONDARY))
    worth = worth_of(
        one.level,
        one.grade,
        studies=one.studies,
        failed=failed,
        leaves=one.leaves,
        for_mbo=_wants_mbo(walker),
    )
    one.level, one.studies = worth.level, worth.studies
    return bool(one.level)


def _is_lacked(one: ToldDiploma, walker: Walker) -> bool:
    """Say whether somebody has no such diploma: said of it, or of all ("havo gedaan, geen diploma"), and not taken back."""
    if one.level in walker.lacked:
        return one.level not in walker.held_after
    return "no_diploma" in walker.facts and not walker.lacked and not (walker.is_not_yet and one.studies)


def _wants_mbo(walker: Walker) -> bool:
    """Say whether what is wanted is mbo: the school, or a level of it."""
    groups = walker.wants.groups
    named = [value for kind in ("level", "kind") for group in groups.get(kind, ()) for value in group]
    if not named and not any(groups.get(kind) for kind in AIMED):
        named = [*walker.before.levels, *(value for group in walker.before.kinds for value in group)]
    return bool(named) and all(value.startswith("mbo") for value in named)


def _wanted(walker: Walker) -> Wanted:
    wants = walker.wants
    flat = {
        kind: tuple(dict.fromkeys(v for group in groups for v in group))
        for kind, groups in wants.groups.items()
    }
    return Wanted(
        intents=frozenset(wants.intents),
        asks=frozenset(wants.asks),
        occupations=tuple(wants.groups.get("occupation", ())),
        offers=tuple(wants.groups.get("offer", ())),
        fields=tuple(wants.groups.get("field", ())),
        levels=flat.get("level", ()),
        kinds=tuple(wants.groups.get("kind", ())),
        modes=() if _comes_from_mbo(walker) else flat.get("mode", ()),
        providers=flat.get("provider", ()),
        places=(*flat.get("place", ()), *flat.get("area", ())),
        schemes=flat.get("scheme", ()),
        words=tuple(wants.words),
        becomes=wants.becomes,
        wants=bool(walker.cues & {"wants", "to", "becomes"}),
        wishes=bool(walker.cues & {"wants", "to", "becomes"}) or not (walker.other or wants.words),
        phrase=tuple(wants.phrase),
    )


def as_held(message: Message) -> Message:
    """Return a message without the aim that its levels would be: for a bare "mbo 3" that answers a question."""
    return replace(message, wanted=replace(message.wanted, levels=(), kinds=()))
