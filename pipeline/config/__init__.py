"""The config: one schema that validates the TOML file, documents it and writes the sample.

Unknown keys are refused with a suggestion, and every problem is listed at once with its path. No secret is ever needed
in the file: a password comes from a systemd credential, an environment variable, a command or a file of its own.
"""

from pipeline.config.basics import Password
from pipeline.config.delivery import Delivery
from pipeline.config.file import load, parse
from pipeline.config.sample import as_toml, sample, schema
from pipeline.config.tables import (
    Account,
    Config,
    LetterOptions,
    Storage,
    default_config_path,
    default_state_directory,
    table_in,
)

__all__ = [
    "Account",
    "Config",
    "Delivery",
    "LetterOptions",
    "Password",
    "Storage",
    "as_toml",
    "default_config_path",
    "default_state_directory",
    "load",
    "parse",
    "sample",
    "schema",
    "table_in",
]
