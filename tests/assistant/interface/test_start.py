"""The command that opens the page."""

from __future__ import annotations

import pytest

from assistant.interface.start import main, settings_for


def test_by_default_only_this_computer_may_call():
    settings = settings_for("127.0.0.1", 7860, ())
    assert set(settings.allowed_hosts) == {"127.0.0.1", "localhost", "[::1]"}


def test_a_public_name_is_allowed_when_it_is_given():
    settings = settings_for("0.0.0.0", 80, ("leerwijzer.example",))
    assert "leerwijzer.example" in settings.allowed_hosts
    assert "0.0.0.0" not in settings.allowed_hosts


@pytest.mark.parametrize("port", ["0", "70000", "abc"])
def test_an_impossible_port_is_refused_with_a_sentence(port, capsys):
    with pytest.raises(SystemExit):
        main(["--port", port])
    assert "is geen poort" in capsys.readouterr().err
