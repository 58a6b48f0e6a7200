"""The config: one schema that validates the TOML file, documents it and writes the sample.

Unknown keys are refused with a suggestion, and every problem is listed at once with its path. No secret is ever needed
in the file: a password comes from a systemd credential, an environment variable, a command or a file of its own.
"""

from pipeline.config.basics import DELIVERY, INBOX_ALONE, Security, checked_address, checked_name, mailbox_name
from pipeline.config.delivery import IMAP_PORTS, SMTP_PORTS, Delivery
from pipeline.config.entry import Entry, Login, free_name, server, text_to_add_to
from pipeline.config.file import load, parse
from pipeline.config.letters import LetterOptions
from pipeline.config.oauth2 import OAuth2
from pipeline.config.providers import Provider, provider_named, provider_of, providers
from pipeline.config.sample import as_toml, sample, schema
from pipeline.config.tables import (
    Account,
    Config,
    Storage,
    default_config_path,
    default_state_directory,
    table_in,
)

__all__ = [
    "DELIVERY",
    "IMAP_PORTS",
    "INBOX_ALONE",
    "SMTP_PORTS",
    "Account",
    "Config",
    "Delivery",
    "Entry",
    "LetterOptions",
    "Login",
    "OAuth2",
    "Provider",
    "Security",
    "Storage",
    "as_toml",
    "checked_address",
    "checked_name",
    "default_config_path",
    "default_state_directory",
    "free_name",
    "load",
    "mailbox_name",
    "parse",
    "provider_named",
    "provider_of",
    "providers",
    "sample",
    "schema",
    "server",
    "table_in",
    "text_to_add_to",
]
