"""What doctor makes of its probes."""

from __future__ import annotations

import pytest

from pipeline.errors import ConfigError
from pipeline.tasks.doctor import Finding, State, examine


def fails() -> str:
    """Find something wrong."""
    raise ConfigError("It has two problems.", hint="Mend it.", problems=["a", "b"])


def test_each_probe_gives_one_finding_in_order_and_none_stops_the_others() -> None:
    """What it says, what it raises, or a finding of its own."""
    warning = Finding("disk", State.WARN, "nearly full", "Make room.")
    assert examine([("config", fails), ("log", lambda: "fine"), ("disk", lambda: warning)]) == [
        Finding("config", State.FAIL, "It has two problems. a; b", "Mend it."),
        Finding("log", State.OK, "fine"),
        warning,
    ]


def test_a_fault_of_ours_is_not_dressed_up_as_a_finding() -> None:
    """It ends the command as any other."""

    def broken() -> str:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        examine([("x", broken)])
