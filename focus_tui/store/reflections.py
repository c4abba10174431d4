"""How reviews of weeks stand in the data file: reflections, answers, cards."""

from typing import TYPE_CHECKING

from focus_tui.domain.reflection import MOST, Answer, Choice, LearnedCard, Part, Reflection
from focus_tui.domain.week import Week
from focus_tui.store.codec import Codec
from focus_tui.store.fields import Fields, Misfit, Raw, instant, maybe_instant

if TYPE_CHECKING:
    from focus_tui.domain.evidence import Evidence


def _reflection_fields(reflection: Reflection) -> Raw:
    return {
        "first_on": reflection.week.first_on,
        "begun_at": instant("begun_at", reflection.begun_at),
        "finished_at": maybe_instant("finished_at", reflection.finished_at),
        "skipped_at": maybe_instant("skipped_at", reflection.skipped_at),
        "short": reflection.short,
        "energy": reflection.energy,
        "mood": reflection.mood,
        "public": [part.value for part in reflection.public],
        "seen": reflection.seen and _raw_evidence(reflection.seen),
        "won": list(reflection.won),
    }


def _read_reflection(id: str, fields: Fields) -> Reflection:
    seen = fields.maybe_object("seen")
    reflection = Reflection(
        week=Week(fields.on("first_on")),
        begun_at=fields.at("begun_at"),
        finished_at=fields.maybe_at("finished_at"),
        skipped_at=fields.maybe_at("skipped_at"),
        short=fields.flag("short"),
        energy=fields.maybe_whole("energy", 1, MOST),
        mood=fields.maybe_whole("mood", 1, MOST),
        public=fields.choices("public", Part),
        seen=None if seen is None else _evidence(seen),
        won=fields.texts("won"),
    )
    if reflection.id != id:
        raise Misfit("first_on", "is not the day of which this document's id is made")
    return reflection


def _raw_evidence(evidence: "Evidence") -> Raw:
    from focus_tui.domain.evidenceraw import as_raw  # only for reviews that are finished

    return as_raw(evidence)


def _evidence(raw: Raw) -> "Evidence":
    from focus_tui.domain.evidenceraw import from_raw

    try:
        return from_raw(raw)
    except ValueError as error:
        raise Misfit("seen", f"is no evidence of a week: {error}") from None


def _answer_fields(answer: Answer) -> Raw:
    return {
        "first_on": answer.first_on,
        "part": answer.part.value,
        "key": answer.key,
        "text": answer.text,
        "choice": answer.choice and answer.choice.value,
        **({"idea_id": answer.idea_id} if answer.idea_id else {}),
        "deleted_at": maybe_instant("deleted_at", answer.deleted_at),
    }


def _read_answer(id: str, fields: Fields) -> Answer:
    return Answer(
        id=id,
        first_on=fields.on("first_on"),
        part=fields.choice("part", Part),
        key=fields.text("key"),
        text=fields.text("text"),
        choice=fields.maybe_choice("choice", Choice),
        idea_id=fields.link("idea_id"),
        deleted_at=fields.maybe_at("deleted_at"),
    )


def _card_fields(card: LearnedCard) -> Raw:
    return {
        "front": card.front,
        "back": card.back,
        "source": card.source,
        "answer_id": card.answer_id,
        "deleted_at": maybe_instant("deleted_at", card.deleted_at),
    }


def _read_card(id: str, fields: Fields) -> LearnedCard:
    return LearnedCard(
        id=id,
        front=fields.needed("front"),
        back=fields.text("back"),
        source=fields.text("source"),
        answer_id=fields.link("answer_id"),
        deleted_at=fields.maybe_at("deleted_at"),
    )


REFLECTIONS = Codec("reflections", "reflection", _reflection_fields, _read_reflection)
ANSWERS = Codec("answers", "answer", _answer_fields, _read_answer)
LEARNED = Codec("cards", "card", _card_fields, _read_card)
