"""Labels in a file of comma-separated values, as a spreadsheet writes it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from pipeline.core.verdict import LabelRow
from pipeline.errors import SourceError, why

_SAVE_IT = "Give a file of comma-separated values, as a spreadsheet saves it."

_HINT = "Give it a header with the columns message_id or id, and label; others are passed over."


def read_label_rows(path: Path) -> list[LabelRow]:
    """Return the rows of a file of labels, as they stand there; those without a label are passed over.

    Its first line names the columns: `label`, and `message_id` or `id` or both. They may be parted by commas,
    semicolons or tabs (RFC 4180, and what spreadsheets make of it).

    Raises:
        SourceError: It cannot be read, or has no such columns.
    """
    try:
        return list(_rows(_decoded(path.read_bytes()), path))
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {why(error)}.", hint=_SAVE_IT) from error
    except csv.Error as error:
        raise SourceError(f"{path} is no file of comma-separated values: {error}.", hint=_SAVE_IT) from error


def _decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8 or, with its mark, UTF-16; else as Excel saves it in the West.

    All that is read of it is ASCII, which the other one-byte encodings have in common.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rows(text: str, path: Path) -> Iterator[LabelRow]:
    lines = io.StringIO(text, newline="")
    above = 1 if text[:4].casefold() == "sep=" else 0  # a line for Excel, which does not show it
    header = [*text.split("\n", 2), ""][above]
    if above:
        lines.readline()
    reader = csv.reader(lines, delimiter=max(",;\t", key=header.count), strict=True)
    columns = [name.strip().casefold().replace("-", "_").replace(" ", "_") for name in next(reader, [])]
    if "label" not in columns or not {"message_id", "id"} & set(columns):
        raise SourceError(f"{path} has no columns message_id or id, and label.", hint=_HINT)
    for cells in reader:
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}
        if row.get("label"):
            line = reader.line_num + above
            yield LabelRow(line, row.get("id", ""), row.get("message_id", ""), row["label"])
