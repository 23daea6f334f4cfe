"""What the source may not hold, read from its syntax: see STYLE and the threats it answers to."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = sorted(path for name in ("assistant", "knowledge", "evals") for path in (ROOT / name).rglob("*.py"))
ALL = sorted(
    [
        *PRODUCT,
        *ROOT.glob("*.py"),
        *(path for name in ("benchmarks", "tests") for path in (ROOT / name).rglob("*.py")),
    ]
)

UNSAFE_MODULES = frozenset(
    {"pickle", "_pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "jsonpickle"}
)
UNSAFE_CALLS = frozenset(
    {
        "yaml.load",
        "yaml.unsafe_load",
        "yaml.full_load",
        "langchain_core.load.loads",
        "langchain_core.load.load",
        "langchain_core.prompts.load_prompt",
        "langchain.prompts.load_prompt",
        "langchain_core.prompts.loading.load_prompt",
        "eval",
        "exec",
        "os.system",
    }
)
"""Each turns data into code (CVE-2025-68664, CVE-2026-34070 for LangChain's)."""

READ_THE_ENVIRONMENT = frozenset({"knowledge/config.py", "assistant/config.py"})
PASS_THE_ENVIRONMENT_ON = frozenset(
    {
        "assistant/cli.py",
        "assistant/interface/start.py",
        "evals/cli.py",
        "evals/product.py",
        "knowledge/catalogue_cli.py",
        "knowledge/cli.py",
    }
)
SET_IN_THE_ENVIRONMENT = {
    "assistant/interface/gradio_library.py": {"GRADIO_ANALYTICS_ENABLED", "GRADIO_ANALYTICS_CACHE_FREQUENCY"}
}
"""Gradio reads these when it is imported; they keep it from calling home."""

CLOCKS = frozenset(
    {
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
    }
)
READ_THE_CALENDAR = {
    "assistant/build.py": "hands `today` to the chain",
    "assistant/conversation/store.py": "dates what a person asked to keep",
    "knowledge/catalogue_cli.py": "a command: shows what holds today",
    "knowledge/cli.py": "a command: lists what needs checking today",
    "knowledge/embedding/training/__main__.py": "a command: dates the weights it writes",
    "knowledge/store/failed.py": "dates a failure",
    "knowledge/store/generations.py": "dates a generation",
}

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of a file; all rules go along them."""
    return tuple(ast.walk(parsed(path)))


def every_node(paths: Sequence[Path]) -> Iterator[tuple[Path, ast.AST]]:
    """Yield every node of every file, beside its file."""
    return ((path, node) for path in paths for node in nodes(path))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def imported(path: Path) -> dict[str, str]:
    """Return what each imported name of a file stands for, in full."""
    names = {}
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names.update(
                {
                    alias.asname or alias.name.split(".")[0]: (alias.asname and alias.name)
                    or alias.name.split(".")[0]
                    for alias in node.names
                }
            )
        if isinstance(node, ast.ImportFrom) and node.module:
            names.update({alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names})
    return names


def full_name(path: Path, node: ast.expr) -> str:
    """Return the full dotted name of an expression, "" when it is none."""
    if isinstance(node, ast.Name):
        return imported(path).get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        before = full_name(path, node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


@cache
def uses(path: Path) -> tuple[tuple[int, str], ...]:
    """Return the line and the full name of every name that is used or imported."""
    return tuple(_uses(path))


def _uses(path: Path) -> Iterator[tuple[int, str]]:
    for node in nodes(path):
        if isinstance(node, ast.Name | ast.Attribute):
            yield node.lineno, full_name(path, node)
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def test_there_is_source_to_read() -> None:
    assert len(PRODUCT) > 50


def test_nothing_that_is_stored_or_received_can_become_code() -> None:
    found = [
        f"{name_of(path)}:{line} {name}"
        for path in PRODUCT
        for line, name in uses(path)
        if name in UNSAFE_CALLS or name.split(".")[0] in UNSAFE_MODULES
    ]
    assert found == []


def test_arrays_are_opened_without_pickles() -> None:
    found = []
    for path, node in every_node(PRODUCT):
        if isinstance(node, ast.Call) and full_name(path, node.func) == "numpy.load":
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            allowed = given.get("allow_pickle")
            if not (isinstance(allowed, ast.Constant) and allowed.value is False):
                found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []


def test_no_handler_swallows_every_error() -> None:
    broad = {"Exception", "BaseException"}
    found = []
    for path, node in every_node(PRODUCT):
        if isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            if any(kind is None or (isinstance(kind, ast.Name) and kind.id in broad) for kind in kinds):
                found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []


def test_the_environment_is_read_in_the_settings_alone() -> None:
    assert [found for path in PRODUCT if (found := _wrong_with_the_environment(path))] == []


def _wrong_with_the_environment(path: Path) -> str:
    """Return what a file does with the environment that it may not, "" when nothing."""
    name = name_of(path)
    if name in READ_THE_ENVIRONMENT:
        return ""
    assigned = {
        ast.literal_eval(target.slice)
        for node in nodes(path)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Subscript) and full_name(path, target.value) == "os.environ"
    }
    if assigned != SET_IN_THE_ENVIRONMENT.get(name, set()):
        return f"{name} sets {sorted(assigned)}"
    used = [line for line, used in uses(path) if used in {"os.environ", "os.environb", "os.getenv"}]
    if name not in PASS_THE_ENVIRONMENT_ON:
        return "" if len(used) == len(assigned) else f"{name}: lines {used}"
    calls = [node for node in nodes(path) if isinstance(node, ast.Call)]
    passed = [value for call in calls for value in call.args if full_name(path, value) == "os.environ"]
    return "" if len(passed) == len(used) else f"{name}: os.environ may only be handed on"


def test_the_day_and_the_time_are_handed_in() -> None:
    handed = [path for path in PRODUCT if name_of(path) not in READ_THE_CALENDAR]
    found = [
        f"{name_of(path)}:{line} {name}" for path in handed for line, name in uses(path) if name in CLOCKS
    ]
    assert found == []


def test_a_file_can_be_overseen() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in ALL}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_function_can_be_overseen() -> None:
    found = []
    for path, node in every_node(ALL):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                found.append(f"{name_of(path)}:{node.lineno} {node.name} has {lines} lines")
    assert found == []


def test_the_exceptions_named_here_still_exist() -> None:
    named = {*READ_THE_ENVIRONMENT, *PASS_THE_ENVIRONMENT_ON, *SET_IN_THE_ENVIRONMENT, *READ_THE_CALENDAR}
    assert {name for name in named if not (ROOT / name).is_file()} == set()
    unused = {name for name in READ_THE_CALENDAR if not any(used in CLOCKS for _, used in uses(ROOT / name))}
    assert unused == set()
