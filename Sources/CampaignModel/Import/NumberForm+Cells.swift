import CivilTime

// Tables: a header names the columns, cells are texts.

extension NumberForm {
    package mutating func header(_ cells: [String]) throws(ImportFault) -> [String]? {
        let found = NumberColumns(cells.map(\.trimmed))
        guard found.isHeader else { return nil }
        if let name = found.repeated { throw .repeatedColumn(name) }
        columns = found
        return found.names
    }

    package mutating func withoutHeader(_ count: Int) -> [String] {
        columns = NumberColumns(Array(repeating: "", count: count))
        return columns.names
    }

    package mutating func draft(row: Int, cells: [String]) throws(ImportFaults) -> NumberDraft {
        var fields = NumberFields()
        fields.phone = .cell(cells[columns.phone])
        fields.contact = columns.contact.map { .cell(cells[$0]) } ?? .null
        readPolicy(cells, &fields)
        readPayload(cells, &fields)
        return try draft(row: row, fields)
    }

    // MARK: Policy

    private mutating func readPolicy(_ cells: [String], _ fields: inout NumberFields) {
        guard columns.policy.contains(where: { !cells[$0.index].isEmpty }) else { return }
        let texts = columns.policy.map { cells[$0.index] }
        if case .object(let members)? = cellPolicies[texts] {
            fields.policy = members
            return
        }
        for (index, field) in columns.policy where !cells[index].trimmed.isEmpty {
            do throws(ImportFault) {
                fields.policy.append(.init(field, try PolicyCell(field, cells[index].trimmed).value()))
            } catch {
                fields.faults.append(error)
            }
        }
        if cellPolicies.count >= Self.mostRemembered { cellPolicies.removeAll(keepingCapacity: true) }
        if fields.faults.isEmpty { cellPolicies[texts] = .object(fields.policy) }
    }

    // MARK: Payload

    private func readPayload(_ cells: [String], _ fields: inout NumberFields) {
        for (index, _) in columns.data where cells[index].isFormula {
            fields.faults.append(.formula(cells[index], field: columns.names[index]))
        }
        guard let index = columns.payload, !cells[index].trimmed.isEmpty else {
            fields.payloadJSON = payloadText(cells)
            return
        }
        do {
            guard case .object(let members) = try PolicyValue(json: cells[index]) else {
                return fields.faults.append(.notAPayload("`\(cells[index].short)`"))
            }
            fields.payload = .object(members + data(cells))
        } catch {
            fields.faults += error.faults.map { .notJSON($0, field: "payload") }
        }
    }

    private func data(_ cells: [String]) -> [PolicyValue.Member] {
        columns.data.filter { !cells[$0.index].isEmpty }.map {
            .init(columns.names[$0.index], .string(cells[$0.index]))
        }
    }

    /// As `canonicalText` would give it: the columns are in the order of their names.
    private func payloadText(_ cells: [String]) -> String {
        guard !columns.data.isEmpty else { return "{}" }
        var text = "{"
        for (index, name) in columns.data where !cells[index].isEmpty {
            if text.utf8.count > 1 { text += "," }
            text += name
            text += ":"
            text += PolicyValue.string(cells[index]).jsonText
        }
        return text + "}"
    }
}

extension PolicyValue {
    /// An empty cell is nothing.
    static func cell(_ text: String) -> PolicyValue {
        let trimmed = text.trimmed
        return trimmed.isEmpty ? .null : .string(trimmed)
    }
}

/// A cell of a policy field as the value that `addPhones` would have there.
struct PolicyCell {
    private let field: String
    private let text: String

    init(_ field: String, _ text: String) {
        self.field = field
        self.text = text
    }

    func value() throws(ImportFault) -> PolicyValue {
        if text.isFormula { throw .formula(text, field: field) }
        switch field {
        case "allowedTime": return try text.hasPrefix("{") ? json() : .object([.init("default", intervals)])
        case "allowedDays": return text.hasPrefix("[") ? try json() : .array(days)
        case "maxAttempts", "retryIntervalInMinutes", "dialerPriority":
            return Double(text).map { .number($0) } ?? .string(text)
        default: return .string(text)
        }
    }

    private func json() throws(ImportFault) -> PolicyValue {
        do { return try PolicyValue(json: text) } catch {
            throw error.faults.first.map { .notJSON($0, field: field) } ?? .notAPayload(text)
        }
    }

    /// `10:00-13:00 14:00-18:00`; what is no interval is told by the reader of policies.
    private var intervals: PolicyValue {
        let pieces = text.split { " ,;".contains($0) }
        return .array(
            pieces.map { piece in
                let bounds = piece.split(separator: "-", omittingEmptySubsequences: false)
                guard bounds.count == 2 else { return .string(String(piece)) }
                return .object([
                    .init("localTimeFrom", .string(String(bounds[0]))),
                    .init("localTimeTo", .string(String(bounds[1]))),
                ])
            })
    }

    /// `mon tue`, `mon-fri`.
    private var days: [PolicyValue] {
        text.split { " ,;".contains($0) }.flatMap { piece -> [PolicyValue] in
            let bounds = piece.split(separator: "-").map { Weekday(rawValue: $0.lowercased()) }
            guard bounds.count == 2, let first = bounds[0], let last = bounds[1] else {
                return [.string(String(piece))]
            }
            let week = Weekday.allCases
            guard let from = week.firstIndex(of: first), let to = week.firstIndex(of: last) else { return [] }
            let count = (to - from + 7) % 7
            return (0...count).map { .string(week[(from + $0) % 7].rawValue) }
        }
    }
}
