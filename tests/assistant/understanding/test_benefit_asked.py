"""Whether one may learn beside a benefit is told apart from who pays and from how a benefit is asked for."""

from __future__ import annotations

import pytest

from assistant.understanding.benefit_asked import benefit_asked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mag ik bbl doen met een uitkering", ()),
        ("raak ik me uitkering kwijt als ik een opleiding ga doen", ()),
        ("studeren met behoud van uitkering", ()),
        ("mag ik met een wajong uitkering naar het mbo", ("Wajong",)),
        ("ik zit in de WIA. Mag ik een opleiding volgen?", ("WIA",)),
        ("hou ik mijn bijstand als ik ga leren?", ("bijstand",)),
        ("mag je leren met ww of bijstand", ("WW", "bijstand")),
        ("can i do an apprenticeship with disability benefits", ("WIA",)),
        ("behalte ich sozialhilfe wenn ich eine umschulung mache", ("bijstand",)),
        ("darf ich mit arbeitslosengeld eine ausbildung machen", ("WW",)),
    ],
)
def test_who_asks_to_learn_beside_a_benefit_is_heard_with_its_name(text: str, names: tuple[str, ...]) -> None:
    asked = benefit_asked(text)
    assert asked is not None
    assert asked.names == names


@pytest.mark.parametrize(
    "text",
    [
        "wie betaalt mijn opleiding als ik in de bijstand zit",
        "hoe vraag ik een ww uitkering aan",
        "ik zit in de wia",
        "mag ik naar mbo 4 met vmbo kader",
        "moet ik blijven solliciteren als ik een opleiding doe met ww",
    ],
)
def test_who_pays_and_what_is_only_told_ask_no_such_thing(text: str) -> None:
    assert benefit_asked(text) is None


def test_a_short_message_may_name_another_benefit_than_the_one_before() -> None:
    before = ["ik zit in de ww, mag ik een opleiding doen"]
    asked = benefit_asked("en als ik in de ziektewet zit?", before)
    assert asked is not None
    assert asked.others == ("Ziektewet",)
    assert benefit_asked("en als ik in de ziektewet zit?") is None
    assert benefit_asked("en wie betaalt dat in de wia?", before) is None
