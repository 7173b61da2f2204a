"""Why a source cannot be read as a list of people: every refusal of unpack and detect, with its sentence."""

from __future__ import annotations

from typing import ClassVar

from leadport.domain.refusal import Refusal


class UnreadableSource(Refusal):
    """Base of the refusals below. `sentence` may use {name}, the name the user knows the source by, and {detail}."""

    code: ClassVar[str] = "unreadable_source"
    sentence: ClassVar[str] = "{name} cannot be read as a list of people."

    def __init__(self, *, name: str = "This source", detail: str = "") -> None:
        super().__init__(self.sentence.format(name=name, detail=detail))


class SourceMissing(UnreadableSource):
    """Nothing bears that name."""

    code = "source_missing"
    sentence = "{name} does not exist. Check the name and the folder."


class SourceForbidden(UnreadableSource):
    """The system does not let us read it."""

    code = "source_forbidden"
    sentence = "{name} may not be read. Ask for permission to read it, or copy it to a folder of yours."


class NotAFile(UnreadableSource):
    """A folder, a pipe, a device; those are never opened."""

    code = "not_a_file"
    sentence = "{name} is {detail}, not a file. Give the file that holds the list."


class SourceBroken(UnreadableSource):
    """The system could not read it."""

    code = "source_broken"
    sentence = "{name} could not be read to its end: {detail}. Copy or download it again."


class EmptySource(UnreadableSource):
    """Nothing but blanks stands in it."""

    code = "empty_file"
    sentence = "{name} is empty: there is nobody in it. Export the list again."


class BinaryFile(UnreadableSource):
    """Its bytes are no text in any encoding."""

    code = "binary_file"
    sentence = "{name} is not text but {detail}. Export the list as CSV, or save it as .xlsx, and take that file."


class HtmlFile(UnreadableSource):
    """A web page, often a login page that was saved under the name of the list."""

    code = "html_file"
    sentence = (
        "{name} is a web page, whatever its name says. Often the download needed a login: sign in there and "
        "download the list again, or open the file in a spreadsheet program and save it as CSV."
    )


class PdfFile(UnreadableSource):
    """Pages, from which no table can be had."""

    code = "pdf_file"
    sentence = "{name} is a PDF, which holds pages and not a table. Export the list as CSV or .xlsx."


class NotATable(UnreadableSource):
    """Text of another kind: JSON, XML, address cards, a document."""

    code = "not_a_table"
    sentence = "{name} is {detail}, not a table. Export the list as CSV or .xlsx."


class ArchiveBroken(UnreadableSource):
    """The archive cannot be unpacked."""

    code = "archive_broken"
    sentence = "{name} is a damaged archive: {detail}. Download or pack it again."


class ArchiveEncrypted(UnreadableSource):
    """The archive asks for a password."""

    code = "archive_encrypted"
    sentence = "{name} is protected by a password. Unpack it and take the list itself."


class ArchiveTooManyFiles(UnreadableSource):
    """More entries than `Limits.archive_entries`."""

    code = "archive_too_many_files"
    sentence = "{name} holds more than {detail} files. Unpack it and take the list itself."


class ArchiveTooLarge(UnreadableSource):
    """More bytes than `Limits.unpacked_bytes`, declared or counted."""

    code = "archive_too_large"
    sentence = "{name} unpacks to more than {detail}. Unpack it and bring the list in parts."


class ArchiveBomb(UnreadableSource):
    """It grows more than `Limits.ratio` times."""

    code = "archive_bomb"
    sentence = (
        "{name} unpacks to more than {detail} times its size, as only a hostile archive does. "
        "Unpack it and take the list itself."
    )


class ArchiveUnsafe(UnreadableSource):
    """Links, ways out, or entries that overlap."""

    code = "archive_unsafe"
    sentence = "{name} holds {detail}, as only a hostile or damaged archive does. Take the list itself."


class ArchiveNested(UnreadableSource):
    """Archives in archives are not followed."""

    code = "archive_nested"
    sentence = "{name} holds another archive ({detail}). Unpack it and take the list itself."


class ArchiveMethod(UnreadableSource):
    """An archive of another kind, or one packed in an unusual way."""

    code = "archive_method"
    sentence = "{name} is {detail}. Unpack it and take the list itself, or pack it as an ordinary .zip or .gz."


class ArchiveWithoutText(UnreadableSource):
    """Nothing in the archive may be a list."""

    code = "archive_without_list"
    sentence = "{name} holds no list: no CSV, no text and no spreadsheet is in it."


class SpreadsheetPassword(UnreadableSource):
    """The workbook asks for a password."""

    code = "spreadsheet_password"
    sentence = "{name} is protected by a password. Open it, save it without one, and take that file."


class SpreadsheetLegacy(UnreadableSource):
    """A spreadsheet of a kind that is not read."""

    code = "spreadsheet_legacy"
    sentence = "{name} is {detail}. Open it and save it as .xlsx or CSV."


class SpreadsheetTooBig(UnreadableSource):
    """It goes beyond a limit of memory, time or cells."""

    code = "spreadsheet_too_big"
    sentence = (
        "{name} asks for more {detail} than a spreadsheet may. Delete unused rows and columns, "
        "or save the sheet as CSV, which has no limit."
    )


class SpreadsheetBroken(UnreadableSource):
    """The parser cannot make sense of it."""

    code = "spreadsheet_broken"
    sentence = "{name} is a damaged spreadsheet. Open it, save it again as .xlsx or CSV, and take that file."


class SpreadsheetUnsafe(UnreadableSource):
    """Its XML holds what only hostile files hold."""

    code = "spreadsheet_unsafe"
    sentence = (
        "{name} holds {detail}, which no spreadsheet program writes. Open it, save it as CSV, and take that file."
    )


class DiskFull(UnreadableSource):
    """There is no room to unpack."""

    code = "disk_full"
    sentence = (
        "The disk is full, so {name} could not be unpacked. Nothing was imported; free some space and run it again."
    )


class UnknownEncoding(UnreadableSource):
    """The hint names no text encoding."""

    code = "unknown_encoding"
    sentence = (
        '"{detail}" is not a text encoding that Leadport knows. Try utf-8, windows-1252 or iso-8859-1, or leave it out.'
    )


class BadDelimiter(UnreadableSource):
    """The hint cannot be a delimiter."""

    code = "bad_delimiter"
    sentence = (
        "A delimiter is one character, such as a comma, a semicolon, a tab or |, and {detail}. "
        "Choose another, or leave it out."
    )


class BadQuote(UnreadableSource):
    """The hint cannot be a quotation mark."""

    code = "bad_quote"
    sentence = "A quotation mark is one character, such as \" or ', and {detail}. Choose another, or leave it out."


class TooManyColumns(UnreadableSource):
    """More columns than any export of people has."""

    code = "too_many_columns"
    sentence = (
        "{name} has more than {detail} columns. Keep the ones about the people, or check that the delimiter is right."
    )


class LineTooLong(UnreadableSource):
    """The first line does not end within the first megabyte."""

    code = "line_too_long"
    sentence = (
        "The first line of {name} is longer than {detail}, so it is not a list with one person a line. "
        "Export the list again."
    )


class LinesInQuotes(UnreadableSource):
    """Some program put each whole line into one quoted cell."""

    code = "lines_in_quotes"
    sentence = (
        "Every line of {name} stands in quotation marks as a whole, so it has one column only. "
        "Export the list again, or remove the quotation marks at both ends of the lines."
    )


class AddressesInOneLine(UnreadableSource):
    """Several people stand in one record."""

    code = "addresses_in_one_line"
    sentence = "All the addresses of {name} stand in one line. Put each on a line of its own."
