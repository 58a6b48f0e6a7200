"""Labels in a file of comma-separated values, as a spreadsheet writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from pipeline.core.verdict import LabelRow
from pipeline.errors import SourceError

_SAVE_IT = "Give a file of comma-separated values, saved as UTF-8."

_HINT = "Give it a header with the columns message_id or id, and label; others are passed over."


def read_label_rows(path: Path) -> list[LabelRow]:
    """Return the rows of a file of labels, as they stand there; empty lines are passed over.

    Its first line names the columns: `label`, and `message_id` or `id` or both. They may be parted by commas,
    semicolons or tabs (RFC 4180, and what spreadsheets make of it).

    Raises:
        SourceError: It cannot be read, or has no such columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(file.read(), path))
    except (OSError, UnicodeDecodeError) as error:
        what = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SourceError(f"{path} cannot be read: {what}.", hint=_SAVE_IT) from error
    except csv.Error as error:
        raise SourceError(f"{path} is no file of comma-separated values: {error}.", hint=_SAVE_IT) from error


def _rows(text: str, path: Path) -> Iterator[LabelRow]:
    header = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    columns = [name.strip().casefold() for name in next(reader, [])]
    if "label" not in columns or not {"message_id", "id"} & set(columns):
        raise SourceError(f"{path} has no columns message_id or id, and label.", hint=_HINT)
    for cells in reader:
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}
        if any(row.values()):
            yield LabelRow(reader.line_num, row.get("id", ""), row.get("message_id", ""), row.get("label", ""))
