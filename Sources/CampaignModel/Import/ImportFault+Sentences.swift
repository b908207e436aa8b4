// The sentences about rows and phones, in one place.

extension ImportFault {
    // MARK: Rows

    static let nulByte = ImportFault(
        .nulByte, "The row holds a zero byte, which no text has.",
        hint: "A file in UTF-16 needs its byte order mark; save it as CSV UTF-8.")

    static let badEncoding = ImportFault(
        .badEncoding, "The row is not in the encoding that the file began with.",
        hint: "Save the whole file as CSV UTF-8; the row was probably pasted from another file.")

    static let mixedEncodings = ImportFault(
        .mixedEncodings,
        "The row is in another encoding than the rows before it: one is UTF-8, the other Windows-1251.",
        hint: "Save the whole file as CSV UTF-8; two files were probably joined.")

    static let rowTooLong = ImportFault(
        .rowTooLong, "The row is longer than \(RowSplitter.longestRow / 1024) KiB.",
        hint: "A row holds one phone, and its payload at most 64 KiB; look for missing line ends.")

    static let tooManyColumns = ImportFault(
        .tooManyColumns, "The row has more than \(RowSplitter.mostCells) columns.",
        hint: "Leave out the columns that the script does not need; look for missing line ends.")

    static let unclosedQuote = ImportFault(
        .unclosedQuote, "A double quote opens a cell and is never closed.",
        hint: "Close it, or double it if the text itself has a quote: \"the \"\"Sun\"\" hotel\".")

    static let textAfterQuote = ImportFault(
        .textAfterQuote, "A cell goes on after its closing double quote.",
        hint: "Double the quotes inside a cell: \"the \"\"Sun\"\" hotel\".")

    static func moreCells(_ cells: Int, than columns: Int) -> ImportFault {
        ImportFault(
            .moreCellsThanColumns, "The row has \(cells) cells, the header only \(columns) columns.",
            hint: "Put a cell that holds the separator in double quotes, or name the column in the header.")
    }

    static func repeatedColumn(_ name: String) -> ImportFault {
        ImportFault(
            .repeatedColumn, field: name,
            "The header has two columns for `\(name)`, so nobody can tell which one counts.",
            hint: "Rename or remove one of them. No row of the file was read.")
    }

    static func notAnObject(_ value: PolicyValue) -> ImportFault {
        let isList = if case .array = value { true } else { false }
        return ImportFault(
            .notAnObject, "The line is \(value.described), not an object.",
            hint: isList
                ? "JSON Lines has one object a line and no brackets around them: {\"phone\": \"+16500000000\"}."
                : "Write one object a line: {\"phone\": \"+16500000000\", \"gmtZone\": \"America/New_York\"}.")
    }

    // MARK: Phones

    private static let phoneForm =
        "A phone has 5 to 15 digits, with its country code; + ( ) - . and spaces may stand in it."

    static let phoneMissing = ImportFault(
        .phoneMissing, field: "phone", "The row has no phone.", hint: phoneForm)

    static func phone(_ text: String, _ trouble: String, hint: String = phoneForm) -> ImportFault {
        ImportFault(.phone, field: "phone", "The phone `\(text.short)` \(trouble).", hint: hint)
    }

    static func phoneExponent(_ text: String) -> ImportFault {
        ImportFault(
            .phoneExponent, field: "phone",
            "The phone `\(text.short)` is a number as Excel shortens it; the digits that it hides are lost in this file.",
            hint:
                "In Excel mark the column, choose Format Cells, Number with 0 decimals (or Text), and save the file again."
        )
    }

    static func phoneDecimal(_ text: String) -> ImportFault {
        ImportFault(
            .phoneDecimal, field: "phone",
            "The phone `\(text.short)` was written as a number with decimals, whose `.0` is no part of the phone.",
            hint: "Write the column as text or as whole numbers.")
    }

    static func formula(_ text: String, field: String) -> ImportFault {
        ImportFault(
            .formula, field: field, "`\(text.short)` in \(field) is a formula, and formulas are not worked out.",
            hint: "Write its value: in Excel copy the column and paste it as values.")
    }

    static func notAPhone(_ value: PolicyValue) -> ImportFault {
        ImportFault(
            .phone, field: "phone", "phone is \(value.described), not a text or a whole number.", hint: phoneForm)
    }

    // MARK: Other fields

    static func notAPayload(_ found: String) -> ImportFault {
        ImportFault(
            .payload, field: "payload", "payload is \(found), not an object.",
            hint: "Write an object, as the script reads it: {\"name\": \"Anna\"}.")
    }

    static func payloadTooLarge(_ bytes: Int) -> ImportFault {
        ImportFault(
            .payloadTooLarge, field: "payload", "The payload takes \(bytes / 1024) KiB as JSON, more than 64 KiB.",
            hint: "Keep large data elsewhere, and give the script a key to it.")
    }

    static func contact(_ value: PolicyValue) -> ImportFault {
        ImportFault(
            .contact, field: "contact", "contact is \(value.described), not the name of a person.",
            hint: "Write the same text of 1 to 200 characters with each phone of one person: \"client-17\".")
    }

    static func notJSON(_ fault: PolicyFault, field: String = "") -> ImportFault {
        let place = field.isEmpty ? "line" : "cell of \(field)"
        // The place in the file is the row; within it the column counts.
        let message = fault.message.replacingPrefix(
            "The policy is not JSON (line 1, ", with: "The \(place) is not JSON (")
        return ImportFault(.malformedJSON, field: field, message, hint: fault.hint)
    }
}

extension String {
    /// Not more of it than a sentence can bear.
    var short: String { count <= 60 ? self : prefix(60) + "…" }

    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
