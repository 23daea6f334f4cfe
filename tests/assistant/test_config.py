"""The settings of the assistant, from the environment."""

from __future__ import annotations

import pickle
from dataclasses import asdict

import pytest

from assistant.config import DEFAULT_MODEL, OPENAI_URL, Secret, settings_from
from knowledge.errors import SettingError

URL = "http://127.0.0.1:11434/v1"


def test_without_settings_there_is_no_model() -> None:
    settings = settings_from({})
    assert settings.model is None
    assert (settings.host, settings.port, settings.message_characters) == ("127.0.0.1", 7860, 4_000)


def test_a_key_alone_is_enough() -> None:
    model = settings_from({"OPENAI_API_KEY": "sk-1"}).model
    assert model is not None
    assert (model.name, model.url) == (DEFAULT_MODEL, OPENAI_URL)


def test_an_address_works_without_a_key() -> None:
    model = settings_from({"LEERWIJZER_MODEL_URL": URL + "/", "LEERWIJZER_MODEL": "qwen3:8b"}).model
    assert model is not None
    assert (model.url, model.name, bool(model.key)) == (URL, "qwen3:8b", False)


def test_an_address_without_a_name_asks_for_the_name() -> None:
    with pytest.raises(SettingError, match="LEERWIJZER_MODEL "):
        settings_from({"LEERWIJZER_MODEL_URL": URL})


def test_a_name_without_a_place_to_find_it_is_refused() -> None:
    with pytest.raises(SettingError, match="OPENAI_API_KEY"):
        settings_from({"LEERWIJZER_MODEL": "gpt-4o"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LEERWIJZER_DEADLINE_SECONDS", "snel"),
        ("LEERWIJZER_DEADLINE_SECONDS", "0"),
        ("LEERWIJZER_DEADLINE_SECONDS", "nan"),
        ("LEERWIJZER_FIRST_TOKEN_SECONDS", "31"),
        ("LEERWIJZER_ANSWER_TOKENS", "1.5"),
        ("LEERWIJZER_DAILY_TOKENS", "-1"),
        ("LEERWIJZER_PORT", "70000"),
        ("LEERWIJZER_ALLOWED_HOSTS", "http://leerwijzer.nl"),
        ("LEERWIJZER_MODEL_URL", "ftp://x/v1"),
        ("LEERWIJZER_MODEL_URL", "127.0.0.1:11434"),
        ("LEERWIJZER_MODEL_URL", "http://[::1/v1"),
        ("LEERWIJZER_MODEL_URL", "http://x:99999999/v1"),
    ],
)
def test_a_bad_value_names_the_setting(name: str, value: str) -> None:
    environment = {"OPENAI_API_KEY": "k", "LEERWIJZER_MODEL": "m", name: value}
    with pytest.raises(SettingError) as error:
        settings_from(environment)
    assert error.value.name == name
    assert "verwacht wordt" in str(error.value)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(SettingError) as error:
        settings_from(
            {"LEERWIJZER_MODEL": "m", "LEERWIJZER_MODEL_URL": "https://ik:geheim@x.nl/v1?key=geheim"}
        )
    assert "geheim" not in str(error.value)


def test_flags_win_from_the_environment() -> None:
    settings = settings_from(
        {"LEERWIJZER_PORT": "8000", "LEERWIJZER_HOST": "10.0.0.1"}, host="10.0.0.2", port=9000
    )
    assert (settings.host, settings.port) == ("10.0.0.2", 9000)
    assert "10.0.0.2" in settings.allowed_hosts


def test_allowed_hosts_are_added_to_this_machine() -> None:
    hosts = settings_from(
        {"LEERWIJZER_ALLOWED_HOSTS": "a.nl, b.nl", "LEERWIJZER_HOST": "0.0.0.0"}
    ).allowed_hosts
    assert hosts == ("127.0.0.1", "localhost", "[::1]", "a.nl", "b.nl")


def test_a_secret_is_shown_by_nothing() -> None:
    settings = settings_from({"OPENAI_API_KEY": "sk-canary"})
    shown = f"{settings} {settings!r} {asdict(settings)} {settings.fingerprint} {Secret('sk-canary')}"
    assert "sk-canary" not in shown
    assert settings.model is not None
    assert settings.model.key.reveal() == "sk-canary"


def test_a_secret_cannot_be_pickled() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Secret("sk-canary"))
