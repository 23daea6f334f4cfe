"""Vectors from an endpoint: unit vectors, and a sentence when it fails. A real server on this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from knowledge.embedding.openai import EndpointEmbedder
from knowledge.errors import EmbedderUnavailableError


class Endpoint(BaseHTTPRequestHandler):
    """Answers /embeddings with vectors of length 3; "stuk" in a text makes it fail."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        is_broken = any("stuk" in str(text) for text in asked["input"])
        rows = [
            {"object": "embedding", "index": at, "embedding": [3.0, 4.0, float(len(str(text)))]}
            for at, text in enumerate(asked["input"])
        ]
        body = json.dumps(
            {"object": "list", "model": "m", "data": rows, "usage": {"prompt_tokens": 1, "total_tokens": 1}}
        )
        written = b"<html>nee</html>" if is_broken else body.encode()
        self.send_response(400 if is_broken else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


@pytest.fixture
def embedder() -> Iterator[EndpointEmbedder]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield EndpointEmbedder.at("m", f"http://127.0.0.1:{server.server_port}/v1", "")
    server.shutdown()
    server.server_close()


def test_the_vectors_of_an_endpoint_become_unit_vectors(embedder: EndpointEmbedder) -> None:
    rows = embedder.vectors(["lassen", "frezen en draaien"])
    assert rows.shape == (2, 3)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0)


def test_the_dimension_is_learned_from_the_endpoint(embedder: EndpointEmbedder) -> None:
    assert embedder.dimension == 3


def test_an_endpoint_that_fails_is_a_sentence_with_a_cure(embedder: EndpointEmbedder) -> None:
    with pytest.raises(EmbedderUnavailableError, match="LEERWIJZER_EMBEDDER"):
        embedder.vectors(["stuk"])


def test_two_endpoints_never_mix_their_vectors() -> None:
    one, other = (EndpointEmbedder.at("m", f"http://127.0.0.1:{port}/v1", "") for port in (1, 2))
    assert one.fingerprint != other.fingerprint
