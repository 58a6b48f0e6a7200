"""The files that ship beside the code: the baseline model, the corpus, samples of config and mailbox, schedules.

They lie at the root of a checkout, and in `pipeline/_shipped/` once built into a wheel. And where the user's own lie.
"""

import os
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


def with_home(path: str) -> str:
    """Return a path with the user's home in place of `~`; that of a user whom the machine does not know stays as it is.

    A bare name, as of a program that is looked for along PATH, is returned unchanged.
    """
    return os.path.expanduser(path)  # noqa: PTH111 - Path.expanduser fails where nobody has that home
