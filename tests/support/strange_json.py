"""Any value that JSON can hold."""

from __future__ import annotations

from hypothesis import strategies as st

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["diplomas", "age", "job", "level", "fields", "subjects"]), inner)
    ),
    max_leaves=12,
)
