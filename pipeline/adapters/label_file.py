"""Labels in a file of comma-separated values, as a spreadsheet writes it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.core.verdict import LabelRow
from pipeline.errors import SourceError, why

if TYPE_CHECKING:
    from _csv import Reader

_SAVE_IT = "Give a file of comma-separated values, as a spreadsheet saves it."

_HINT = "Give it a header with the columns message_id or id, and label; others are passed over."


def read_label_rows(path: Path) -> list[LabelRow]:
    """Return the rows of a file of labels, as they stand there; those without a label are passed over.

    Its first line names the columns: `label`, and `message_id` or `id` or both. They may be parted by commas,
    semicolons or tabs (RFC 4180, and what spreadsheets make of it).

    Raises:
        SourceError: It cannot be read, has no such columns, or has one of them twice.
    """
    try:
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {why(error)}.", hint=_SAVE_IT) from error
    # A column that is passed over may hold whole messages.
    limit = csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    try:
        return list(_rows(text, path))
    finally:
        csv.field_size_limit(limit)


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
    rows = _cells(reader, above, path)
    columns = _columns(next(rows, []), path)
    for cells in rows:
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}
        if row.get("label"):
            line = reader.line_num + above
            yield LabelRow(line, row.get("id", ""), row.get("message_id", ""), row["label"])


def _cells(reader: Reader, above: int, path: Path) -> Iterator[list[str]]:
    """Yield the cells of each row; raise SourceError, which names the line on which a broken row begins."""
    line = 1 + above
    try:
        for cells in reader:
            yield cells
            line = reader.line_num + 1 + above
    except csv.Error as error:
        fault = f"{path} is no file of comma-separated values: {error} (line {line})."
        raise SourceError(fault, hint=_SAVE_IT) from error


def _columns(header: list[str], path: Path) -> list[str]:
    """Return the names of the columns as they are read; raise SourceError if one that is wanted is missing or twice."""
    columns = [name.strip().casefold().replace("-", "_").replace(" ", "_") for name in header]
    if "label" not in columns or not {"message_id", "id"} & set(columns):
        raise SourceError(f"{path} has no columns message_id or id, and label.", hint=_HINT)
    twice = next((name for name in ("label", "id", "message_id") if columns.count(name) > 1), None)
    if twice:
        raise SourceError(f"{path} has the column {twice} more than once.", hint="Leave one, or rename the others.")
    return columns
