"""Who publishes what stands at an address."""

from __future__ import annotations

from knowledge.catalogue.publishers import publisher_of, shown_host

COPY = "https://sa.miqjj.com/article/168/6e080d93360c4e3bb86f4723c9ade9ce?raw=true"


def test_a_copy_is_named_after_the_publisher_of_the_page_that_it_is_a_copy_of() -> None:
    assert publisher_of(COPY) == "Universiteit Twente"
    assert shown_host(COPY) == "Universiteit Twente"


def test_another_page_of_a_host_that_keeps_copies_is_nobody_s() -> None:
    assert publisher_of("https://sa.miqjj.com/article/900/other") == "sa.miqjj.com"


def test_a_known_site_is_named_after_its_publisher_and_an_unknown_one_after_its_host() -> None:
    assert publisher_of("https://www.utwente.nl/en/education") == "Universiteit Twente"
    assert publisher_of("https://www.gelderlander.nl/a") == "gelderlander.nl"


def test_a_host_that_only_ends_like_a_known_one_is_not_taken_for_it() -> None:
    assert publisher_of("https://notduo.nl/x") == "notduo.nl"


def test_the_host_of_a_publisher_s_own_page_stays_as_it_is() -> None:
    assert shown_host("https://www.utwente.nl/en") == "utwente.nl"


def test_what_is_no_address_has_no_publisher() -> None:
    assert publisher_of("") == ""
    assert publisher_of("http://[broken") == ""
