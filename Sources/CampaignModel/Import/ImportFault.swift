/// One thing that is wrong with a row of an import: the place, what was found, what is right.
package struct ImportFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// A stable word for programs; those of `PolicyFault.Code` are used as well.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        // The row as a whole.
        case nulByte, badEncoding, mixedEncodings, rowTooLong, tooManyColumns, unclosedQuote, textAfterQuote
        case moreCellsThanColumns, repeatedColumn, notAnObject, malformedJSON
        // A field of it.
        case phoneMissing, phone, phoneExponent, phoneDecimal, formula, payload, payloadTooLarge, contact, badDate
        // Together with its campaign.
        case zoneMissing, finishInPast, neverAllowed
    }

    /// The row of the file, as a spreadsheet counts: the header is row 1, empty rows count. 0 for the whole import.
    package var row: Int
    /// The column or the path in the object; empty for the whole row.
    package let field: String
    package let code: String
    /// What was found and what is wrong with it, one sentence.
    package let message: String
    /// What is right.
    package let hint: String

    package init(_ code: Code, field: String = "", row: Int = 0, _ message: String, hint: String) {
        self.row = row
        self.field = field
        self.code = code.rawValue
        self.message = message
        self.hint = hint
    }

    package init(_ fault: PolicyFault, row: Int = 0) {
        self.row = row
        field = fault.path
        code = fault.code.rawValue
        message = fault.message
        hint = fault.hint
    }

    package var description: String { message + " " + hint }

    /// The same fault, at home in a row.
    package func inRow(_ row: Int) -> ImportFault {
        var fault = self
        fault.row = row
        return fault
    }
}

/// A row that is not taken, with everything that is wrong with it.
package struct ImportRefusal: Sendable, Hashable {
    package let row: Int
    /// As it was given, if it could be found at all.
    package let phone: String?
    /// At least one.
    package let faults: [ImportFault]

    package init(row: Int, phone: String?, faults: [ImportFault]) {
        self.row = row
        self.phone = phone
        self.faults = faults.map { $0.inRow(row) }
    }
}

/// What became of a row when it was read.
package enum ImportedRow<Draft: Sendable & Hashable>: Sendable, Hashable {
    case draft(Draft)
    case refused(ImportRefusal)
}
