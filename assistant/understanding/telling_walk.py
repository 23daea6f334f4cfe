"""The walk over the words of one message: where in a person's story each word stands. Mutable while it lasts."""

from __future__ import annotations

from assistant.types import Language
from assistant.understanding.abroad import is_country, is_elsewhere
from assistant.understanding.job_words import is_job
from assistant.understanding.lexicon import Mention
from assistant.understanding.telling_back import RETOLD, lack
from assistant.understanding.telling_origin import Origin
from assistant.understanding.telling_parts import (
    AIMED,
    AIMS,
    BEFORE_AN_AIM,
    BESIDE_THE_AIM,
    BUT,
    FIRST_YEAR,
    FROM,
    FROM_DIPLOMA,
    FROM_STAYS,
    FROM_STOPS,
    GOAL,
    HELD,
    HELD_OF_KIND,
    HOLDING,
    IS,
    LEARNER,
    LIVES,
    NO_ROLE,
    OF_SUBJECTS,
    OR,
    ROLE_OF,
    SECONDARY,
    VAGUE,
    WHICH,
    WORK,
    WORKING,
    ToldDiploma,
    Wants,
)
from assistant.understanding.told import NOTHING_WANTED
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords

COMES = frozenset(["kom", "komt", "komme", "kommt"])
"""Words with which somebody says where they come from: a town is a home too, a country hardly."""


class Walker:
    """Walks over the words of one message and keeps where in the story it is."""

    def __init__(self, language: Language, role: str) -> None:
        self.language, self.first_role = language, role
        self.role, self.sign, self.is_with, self.studies, self.joined = role, True, False, False, False
        self.held_since_with, self.since_diploma = 0, 99
        self.diplomas: list[ToldDiploma] = []
        self.loose_subjects: dict[str, bool] = {}
        self.loose_cluster = self.vague = self.about = self.place = self.benefit = self.last_place = ""
        self.job: list[str] = []
        self.as_work, self.first_named = list[Mention](), list[Mention]()
        self.names_goal = self.is_telling_work = self.is_as = self.comes_from = False
        self.loose: list[str] = []
        self.last_level: Mention | None = None
        self.facts: set[str] = set()
        self.tests: list[str] = []
        self.cues: set[str] = set()
        self.other: list[str] = []
        self.wants = Wants()
        self.has_home = False
        self.lacked: set[str] = set()
        """Levels of which somebody said not to have them."""
        self.held_after: set[str] = set()
        """Levels lacked first and held after all: "geen havo NT maar havo NG"."""
        self.lacks_profiles: list[str] = []
        self.denies_profile = self.names_option = self.is_not_yet = False
        self.since_stays = 99
        self.origin, self.in_clause = Origin(), False
        self.before = NOTHING_WANTED
        """What the talk aims at already."""
        self.grade = 0
        self.since_grade = self.since_stops = 99
        self.is_need = self.will_stop = self.is_asked = self.was_asked = False
        self.sentence_subjects: list[tuple[dict[str, bool], str]] = []
        self.sentence_diplomas = 0

    def pause(self) -> None:
        """Take a comma in: what was being said of one's work, or not understood, is over."""
        self.is_telling_work = False
        self.loose = []
        self.last_level = None
        self.denies_profile = self.in_clause = False
        self.since_diploma += 1

    def settle(self) -> None:
        """Take work that was named with "als" for what is compared, where something is: "is BBL of BOL als lasser goedkoper?"."""
        if self.names_goal:  # "onderhoudsmonteur nu, wil werkvoorbereider worden"
            for mention in self.first_named:
                self.job += mention.words
                occupations = self.wants.groups["occupation"]
                self.wants.groups["occupation"] = [
                    one for one in occupations if one != mention.values("occupation")
                ]
                self.wants.phrase = [word for word in self.wants.phrase if word not in mention.words]
        told = self.origin.settle(self.wants, self.other, bool(self.diplomas))
        if told is not None:
            self.diplomas.append(told)
        jobs = [word for word in self.origin.left_over if is_job(word, self.language)]
        if not self.job:  # "verzorgende naar ict"
            self.job = jobs
            self.other = [word for word in self.other if word not in jobs]
        if "compare" not in self.wants.intents:
            return
        for mention in self.as_work:
            self.job = [word for word in self.job if word not in mention.words]
            self.wants.add("occupation", mention)
            self.wants.phrase += mention.words
        self.as_work = []

    def end_sentence(self) -> None:
        """Begin the next sentence: nothing of where the story was carries over."""
        self.role, self.sign, self.is_with, self.studies = self.first_role, True, False, False
        self.since_diploma = 99
        self.is_need, self.sentence_subjects, self.sentence_diplomas = False, [], 0

    def step(self, mention: Mention) -> None:
        """Take one mention in."""
        is_joined, self.joined = self.joined, False
        was_as, self.is_as = self.is_as, False
        self.since_diploma += 1
        self.since_grade += 1
        self.since_stops += 1
        self.since_stays += 1
        self._facts(mention)
        self.was_asked, self.is_asked = self.is_asked, self._asks_which(mention)
        self.last_place, seen = "", self.last_place
        if any(sense.kind == "likes" for sense in mention.senses):  # "houdt van sleutelen": of no diploma
            self.role, self.studies = GOAL, False
            self._aim(mention)
            return
        if self._diploma(mention, is_joined):
            for cue in mention.values("cue"):  # "ich bin gelernter" tells a diploma, and work follows
                self._cue(cue, mention)
            return
        if self._of_diploma(mention):
            return
        for cue in mention.values("cue"):
            self.last_place = seen
            self._cue(cue, mention)
        if mention.values("cue"):
            self.wants.asks.update(mention.values("ask"))
            self.is_as |= was_as and "article" in mention.values("cue")
            return
        if was_as and self.role != GOAL and _is_trade(mention):  # "als lasser wil ik ..."
            self.job += mention.words
            self.as_work.append(mention)
            return
        self._aim(mention)

    def _asks_which(self, mention: Mention) -> bool:
        """Say whether a word like "welke" asks for what follows: "met welke UT-bachelors" tells of no bachelor."""
        if WHICH.intersection(mention.words):
            return True
        return self.is_asked and any(
            mention.values(kind) for kind in ("provider", "field", "mode", "organisation")
        )

    def _facts(self, mention: Mention) -> None:
        intents = mention.values("intent")
        self.wants.intents.update(intents)
        if set(intents) - {"subjects"} and self.role in (
            *HOLDING,
            *WORKING,
        ):  # "ik ben 60, kan ik ..." tells no more of the person
            self.role, self.is_with = self.first_role, False
        self.wants.intents.update(f"cheapest_{one}" for one in mention.values("aspect"))
        self.facts.update(mention.values("fact"))
        self.about = self.about or next(iter(mention.values("about")), "")
        self.benefit = self.benefit or next(iter(mention.values("benefit")), "")
        self.tests += mention.values("test")

    def _cue(self, cue: str, mention: Mention) -> None:
        self.cues.add(cue)
        self.is_as |= cue == "as"
        if cue in RETOLD:
            RETOLD[cue](self)
        self.has_home &= cue != "lives"
        self.comes_from = not COMES.isdisjoint(mention.words)
        if cue == "lives" and self.last_place:  # "als ik in Enschede woon"
            self.has_home, self.place = True, self.last_place
            self.wants.groups["place"] = [g for g in self.wants.groups["place"] if g[0] != self.place]
        if cue == "becomes" and self.loose:  # "om loodgieter te worden"
            self.wants.words += self.loose
            self.wants.phrase += self.loose
            self.other = [word for word in self.other if word not in self.loose]
        if cue in ("holds", "done") and self.last_level is not None:  # "als ik mbo 2 heb"
            self._take_back(self.last_level)
        if cue in ROLE_OF:
            if ROLE_OF[cue] == GOAL:
                self.origin.walk(mention.words, self.wants, self.other, "questions" in self.cues)
                self.in_clause = False
            self.is_telling_work = cue in ("is", "works_as", "from")
            self.role = ROLE_OF[cue]
            self.is_with = cue in ("with", "after")
            self.held_since_with = 0
            self.sign, self.denies_profile = True, False
            self.studies = cue == "studies"
            self.wants.becomes |= cue == "becomes"
            if cue == "done" and self.diplomas:
                self.diplomas[-1].studies = False
        elif cue == "without":
            self.sign, self.denies_profile = False, True
        elif cue == "with_too" or (cue == "joins" and mention.words[0] in BUT):
            self.sign, self.denies_profile = True, False
        elif cue == "joins" and mention.words[0] in OR:
            self.denies_profile = not self.sign
        elif cue in ("article", "at") and self.is_with and self.held_since_with:
            self.role, self.is_with = GOAL, False
        if cue == "joins":
            self.joined = True

    def _take_back(self, mention: Mention) -> None:
        """Take a level that seemed to be wanted as held: the verb came after it."""
        level = mention.values("level")[0]
        self.wants.groups["level"] = [group for group in self.wants.groups["level"] if group[0] != level]
        self.diplomas.append(ToldDiploma(level, studies=False))
        self.since_diploma = 0

    def _diploma(self, mention: Mention, is_joined: bool) -> bool:
        """Take a diploma that is held; False for one that is wanted, and for anything else."""
        named = mention.values("diploma")
        level = next(iter(named or mention.values("level")), "")
        if self.was_asked:
            return False
        if self.is_need and level and self.role != GOAL:
            return True
        if not level and self.role in HOLDING:
            kinds = mention.values("kind")
            level = next((HELD_OF_KIND[kind] for kind in kinds if kind in HELD_OF_KIND), "")
            level = "hbo-bachelor" if kinds[:2] == ("ad", "hbo-bachelor") else level
            level = "mbo" if kinds == ("mbo",) else level
        is_joined &= not self.names_option  # "ik heb havo, mbo of hbo": the second is a choice too
        is_second = self.held_since_with > 0 and not is_joined and not named
        is_towards = self.role == GOAL or (is_second and self.is_with)  # "met mbo-4 geen hbo"
        is_lacked = not self.sign and (bool(named) or not is_towards)
        is_held = (self.role in HOLDING and not is_second) or is_lacked
        if not level or not (is_held or (named and self.role != GOAL)):
            return self._wanted_diploma(named, mention) if named else False
        if not self.sign and level == FIRST_YEAR:
            return True  # who has not passed it may hold any diploma
        if not self.sign or level == "none":
            lack(self, level, is_named=bool(named))
        elif level in VAGUE and self.will_stop:
            self.facts.add("no_diploma")  # "gezakt voor haar vmbo"
        elif level in VAGUE:
            self.vague = level
        else:
            grade = self.grade if self.since_grade == 1 else 0
            told = ToldDiploma(level, self.studies or bool(grade), grade=grade, is_stopped=self.will_stop)
            told.leaves = self.since_stops <= FROM_STOPS
            told.stays = self.since_stays <= FROM_STAYS
            if not (named and self.diplomas and self.diplomas[-1].level == level):
                self.diplomas.append(told)
                self.sentence_diplomas += 1
            if level in self.lacked:
                self.held_after.add(level)
            self.will_stop, self.names_option = False, False
            self.in_clause = True
        self.held_since_with += 1
        self.since_diploma = 0
        return True

    def _wanted_diploma(self, named: tuple[str, ...], mention: Mention) -> bool:
        """Take a diploma that somebody walks to: "naar de havo"."""
        if self.role == GOAL and named[0] not in ("none", *VAGUE):
            self.wants.groups.setdefault("level", []).append((named[0],))
            return True
        return False

    def _of_diploma(self, mention: Mention) -> bool:
        """Take what belongs to a diploma: its profile, subjects and field, and the year somebody is in."""
        taken = (
            self._cluster(mention) or self._subjects(mention) or self._grade(mention) or self._field(mention)
        )
        if taken:
            self.since_diploma = 0
        return taken

    def _cluster(self, mention: Mention) -> bool:
        profiles = mention.values("profile")
        if profiles and self.denies_profile:
            into = self.diplomas[-1].lacks_profiles if self.diplomas else self.lacks_profiles
            into += profiles[:1]
        elif profiles and self.diplomas:
            self.diplomas[-1].profile = self.diplomas[-1].profile or profiles[0]
        elif profiles:
            self.loose_cluster = profiles[0]
        return bool(profiles)

    def _subjects(self, mention: Mention) -> bool:
        subjects = mention.values("subject")
        if not subjects or (self.role == GOAL and not self.is_need):
            return False
        self.denies_profile = False
        if not self.is_need:
            current = self.diplomas[-1] if self.diplomas else None
            into = (
                current.subjects if current and current.level.startswith(SECONDARY) else self.loose_subjects
            )
            into.update(dict.fromkeys(subjects, self.sign))
            self.sentence_subjects += [(into, name) for name in subjects]
        return True

    def _grade(self, mention: Mention) -> bool:
        """Take the year that stands right before or after a diploma: "4 havo", "vmbo 3"."""
        if not (mention.words[0].isdigit() and len(mention.words[0]) == 1):
            return False
        self.grade, self.since_grade = int(mention.words[0]), 0
        if not self.diplomas or self.since_diploma != 1:
            return False
        self.diplomas[-1].studies, self.diplomas[-1].grade = True, self.grade
        return True

    def _field(self, mention: Mention) -> bool:
        current = self.diplomas[-1] if self.diplomas else None
        if current is None or current.level.startswith(OF_SUBJECTS) or self.role not in HOLDING:
            return False
        fields = mention.values("field") or tuple(
            mention.words[:1] if mention.values("offer") or mention.values("occupation") else ()
        )
        if not fields or self.since_diploma > FROM_DIPLOMA:
            return False
        current.fields += fields
        return True

    def _aim(self, mention: Mention) -> None:
        """Take what is wanted, the present work, or a place; and keep the words that nobody knows."""
        if not LEARNER.issuperset(mention.words):  # "student zit op mbo 4": one learner is no number of them
            self.wants.asks.update(mention.values("ask"))
        if _is_trade(mention) and self.role in WORKING:
            self.job += mention.words
        elif (places := mention.values("place") or mention.values("area")) and self._tells_place():
            if not self.has_home:  # where somebody works is not where they live
                self.place = places[0]
            self.has_home |= self.role == LIVES
        elif mention.values("field") and self.role in (WORK, FROM):
            self.job += mention.words
        elif self.sign or not (
            mention.values("mode") or (self.role == GOAL and mention.values("level"))
        ):  # "ik wil geen mbo 2"
            known = [kind for kind in AIMS if mention.values(kind)]
            self.names_goal |= self.role == GOAL and bool(AIMED.intersection(known))
            if "occupation" in known and self.role == NO_ROLE and not self.cues & BEFORE_AN_AIM:
                self.first_named.append(mention)
            if "provider" in known and self.in_clause and self.role in HOLDING:
                self.origin.schools.append(mention.values("provider"))
            for kind in known:
                self.wants.add(kind, mention)
            if not BESIDE_THE_AIM.issuperset(known):
                self.wants.phrase += mention.words
            self.last_level = mention if "level" in known else None
            self.names_option |= "level" in known or "kind" in known
            self.last_place = next(iter(mention.values("place")), "")
            if not known:
                self._unknown(mention)

    def _tells_place(self) -> bool:
        """Say whether a place is where the person is, not where they want to study."""
        if self.role == FROM:  # "a welder from Gronau"; Dutch "van" is more often "of"
            return self.language is not Language.DUTCH
        return self.role in (LIVES, WORK, IS) or (self.role == HELD and not self.is_with)

    def _unknown(self, mention: Mention) -> None:
        for word in mention.words:
            if mention.senses[0].kind != "unknown" or word.isdigit() or len(word) < 3:
                continue
            if self.role == LIVES and not self.has_home and is_elsewhere(word, self.language):
                lives_there = is_country(word) and not self.comes_from  # "ik kom uit Syrie" is no home
                self.has_home, self.place = True, word.title() if lives_there else ""
            if self.in_clause and self.role in HOLDING and self.since_diploma <= FROM_DIPLOMA:
                continue  # "mbo 3 verzorgende ig": what the diploma is in
            if word in LEARNER and self.role == IS:
                self.studies = True
            elif word in stopwords(self.language.value) or is_soft(word, self.language.value):
                continue
            elif self.role == WORK and self.is_telling_work:
                self.job.append(word)
            elif self.role in (IS, FROM) and self.is_telling_work:
                if is_job(word, self.language):  # who else somebody is, or comes from where, changes nothing
                    self.job.append(word)
            elif self.role == GOAL:
                self.wants.words.append(word)
                self.wants.phrase.append(word)
            else:
                self.other.append(word)
                self.loose.append(word)


def _is_trade(mention: Mention) -> bool:
    """Say whether it names who somebody is by their trade, be it only by the name of a programme ("horlogemaker")."""
    return bool(mention.values("occupation") or mention.values("worker"))
