import CivilTime
import FoundationEssentials

/// An entry of the do-not-call list as a file gives it.
package struct SuppressionDraft: Sendable, Hashable {
    package var row: Int
    package var phone: ImportedPhone
    package var reason: String?
    package var since: Date?
    /// `nil`: for ever.
    package var until: Date?

    package init(row: Int = 0, phone: ImportedPhone, reason: String? = nil, since: Date? = nil, until: Date? = nil) {
        (self.row, self.phone, self.reason) = (row, phone, reason)
        (self.since, self.until) = (since, until)
    }
}

/// Files of phones that must not be called: a phone a line, or a table or objects with `phone`, `reason`, `since`, `until`.
package struct SuppressionForm: ImportForm {
    private let normalisation: PhoneNormalisation
    private var columns: [String] = []
    private static let fields = ["phone", "reason", "since", "until"]

    package init(_ normalisation: PhoneNormalisation = .none) { self.normalisation = normalisation }

    package mutating func header(_ cells: [String]) throws(ImportFault) -> [String]? {
        let found = NumberColumns(cells.map(\.trimmed))
        guard found.isHeader else { return nil }
        if let name = found.repeated { throw .repeatedColumn(name) }
        columns = zip(found.names, found.roles).map { $0.1 == .phone ? "phone" : $0.0.lowercased() }
        return columns
    }

    /// The phone is in the first column; what stands beside it is its reason.
    package mutating func withoutHeader(_ count: Int) -> [String] {
        columns = (0..<count).map { $0 < 2 ? Self.fields[$0] : "" }
        return columns
    }

    package func draft(row: Int, cells: [String]) throws(ImportFaults) -> SuppressionDraft {
        try draft(row: row, members: zip(columns, cells).map { .init($0, .cell($1)) })
    }

    package func draft(row: Int, members: [PolicyValue.Member]) throws(ImportFaults) -> SuppressionDraft {
        var fields = NumberFields()
        fields.phone = members.last { $0.name == "phone" }?.value ?? .null
        var faults: [ImportFault] = []
        let dates = ["since", "until"].map { name in date(members.last { $0.name == name }, &faults) }
        do throws(ImportFault) {
            let phone = try fields.phone(normalisation)
            guard faults.isEmpty else { throw faults.removeFirst() }
            return SuppressionDraft(
                row: row, phone: phone, reason: reason(members), since: dates[0], until: dates[1])
        } catch {
            throw ImportFaults(phone: fields.shownPhone, [error] + faults)
        }
    }

    private func reason(_ members: [PolicyValue.Member]) -> String? {
        if case .string(let text)? = members.last(where: { $0.name == "reason" })?.value { text.short } else { nil }
    }

    /// A moment, or a day: its midnight in UTC.
    private func date(_ member: PolicyValue.Member?, _ faults: inout [ImportFault]) -> Date? {
        guard let member, member.value != .null else { return nil }
        if case .string(let text) = member.value, let date = Date(iso: text, zone: .utc) { return date }
        faults.append(
            ImportFault(
                .badDate, field: member.name, "\(member.name) is \(member.value.described), not a date.",
                hint: "Write 2026-11-23, or 2026-11-23T10:00:00Z."))
        return nil
    }
}
