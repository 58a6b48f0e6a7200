"""The files that ship beside the code: the baseline model, the corpus, samples of config and mailbox, schedules.

They lie at the root of a checkout, and in `pipeline/_shipped/` once built into a wheel.
"""

from pathlib import Path

_SHIPPED = Path(__file__).parent / "_shipped"
_ROOT = _SHIPPED if _SHIPPED.is_dir() else Path(__file__).parents[1]

BASELINE_MODEL = _ROOT / "models" / "baseline"
CORPUS = _ROOT / "models" / "corpus"
UNMARKED = (_ROOT / "models" / "facts" / "messages", _ROOT / "models" / "everyday")
NAMES = _ROOT / "models" / "facts" / "names.npz"
STAGE = _ROOT / "models" / "facts" / "stage.npz"
FILLERS = _ROOT / "models" / "fillers.toml"
DEFAULT_CONFIG = _ROOT / "config" / "default.toml"
STEPS = _ROOT / "config" / "steps.toml"
BROWSE = _ROOT / "config" / "datasette.json"
SENDERS = _ROOT / "config" / "senders.toml"
PROVIDERS = _ROOT / "config" / "providers.toml"
SCHEDULES = _ROOT / "cron"
SAMPLE_MAILBOX = Path(__file__).parent / "sample_mailbox"
