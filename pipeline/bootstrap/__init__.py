"""From a config to the real parts: the only place that knows both the ports and what stands behind them."""

from pipeline.bootstrap.house import House, Opened, installation_secret, machine_timezone
from pipeline.bootstrap.parts import (
    MODELS,
    cases,
    classifier,
    demo_letters,
    demo_log,
    incumbent,
    model_in_use,
    parser,
    sample_mailbox,
    source,
    thresholds,
    use_model,
)

__all__ = [
    "MODELS",
    "House",
    "Opened",
    "cases",
    "classifier",
    "demo_letters",
    "demo_log",
    "incumbent",
    "installation_secret",
    "machine_timezone",
    "model_in_use",
    "parser",
    "sample_mailbox",
    "source",
    "thresholds",
    "use_model",
]
