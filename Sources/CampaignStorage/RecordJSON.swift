import CampaignModel

/// Records as the log keeps them: `[{"number":{"id":"…","state":"planned",…}},{"attempt":{…}}]`, columns that are empty left out.
package enum RecordJSON {
    package static func text(of records: [CampaignRecord]) -> String {
        var text = JSONBytes()
        text.append("[")
        for (index, record) in records.enumerated() {
            text.append(index == 0 ? "{\"" : ",{\"")
            text.append(record.table)
            text.append("\":")
            write(record.row, record.columns, to: &text)
            text.append("}")
        }
        text.append("]")
        return text.text
    }

    private static func write(_ row: [FieldValue], _ columns: [RowColumn], to text: inout JSONBytes) {
        text.append("{")
        var isFirst = true
        for (column, value) in zip(columns, row) where value != .null {
            text.append(isFirst ? "\"" : ",\"")
            isFirst = false
            text.append(column.name)
            text.append("\":")
            switch value {
            case .null: break
            case .integer(let number): text.append(String(number))
            case .json(let json): text.append(json)
            case .text(let words): text.append(quoting: words)
            }
        }
        text.append("}")
    }

    /// The records of a line of the log, also of one that an earlier version wrote: a single object, or nothing.
    package static func records(of text: String) throws(StoreError) -> [CampaignRecord] {
        guard let value = try? PolicyValue(json: text) else { throw unreadable(text) }
        switch value {
        case .null: return []
        case .array(let elements):
            var records: [CampaignRecord] = []
            for element in elements { records.append(try record(of: element)) }
            return records
        default: return [try record(of: value)]
        }
    }

    private static func record(of value: PolicyValue) throws(StoreError) -> CampaignRecord {
        guard case .object(let members) = value, let member = members.first, case .object(let fields) = member.value
        else { throw unreadable(value.jsonText) }
        let values = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        func reader(_ columns: [RowColumn]) -> RowReader {
            RowReader(columns.map { FieldValue(values[$0.name] ?? .null, as: $0.kind) }, of: member.name)
        }
        switch member.name {
        case Campaign.table: var row = reader(Campaign.columns); return .campaign(try Campaign(&row))
        case CampaignNumber.table: var row = reader(CampaignNumber.columns); return .number(try CampaignNumber(&row))
        case Series.table: var row = reader(Series.columns); return .series(try Series(&row))
        case Attempt.table: var row = reader(Attempt.columns); return .attempt(try Attempt(&row))
        case Contact.table: var row = reader(Contact.columns); return .contact(try Contact(&row))
        case Suppression.table: var row = reader(Suppression.columns); return .suppression(try Suppression(&row))
        default: throw unreadable(member.name)
        }
    }

    private static func unreadable(_ text: String) -> StoreError {
        StoreError(
            .unusable, "A line of a campaign's log cannot be read: \(text.prefix(80)).",
            hint: "The store was changed by another program, or by a later Ringback.")
    }
}

/// A text that grows by many small pieces, an import's by a hundred thousand: bytes are faster at that.
private struct JSONBytes {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ piece: String) { bytes.append(contentsOf: piece.utf8) }

    mutating func append(quoting words: String) {
        let isPlain = words.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
        guard isPlain else { return append(PolicyValue.string(words).jsonText) }
        bytes.append(UInt8(ascii: "\""))
        append(words)
        bytes.append(UInt8(ascii: "\""))
    }
}

extension FieldValue {
    fileprivate init(_ value: PolicyValue, as kind: RowColumn.Kind) {
        switch value {
        case .null: self = .null
        case .number(let number) where kind == .integer: self = .integer(Int64(number))
        case .boolean(let flag) where kind == .integer: self = .integer(flag ? 1 : 0)
        case .string(let text) where kind != .json: self = .text(text)
        default: self = .json(value.jsonText)
        }
    }
}

extension CampaignRecord {
    /// The name of the record's table.
    package var table: String {
        switch self {
        case .campaign: Campaign.table
        case .number: CampaignNumber.table
        case .series: Series.table
        case .attempt: Attempt.table
        case .contact: Contact.table
        case .suppression: Suppression.table
        }
    }

    package var columns: [RowColumn] {
        switch self {
        case .campaign: Campaign.columns
        case .number: CampaignNumber.columns
        case .series: Series.columns
        case .attempt: Attempt.columns
        case .contact: Contact.columns
        case .suppression: Suppression.columns
        }
    }

    package var row: [FieldValue] {
        switch self {
        case .campaign(let campaign): campaign.row
        case .number(let number): number.row
        case .series(let series): series.row
        case .attempt(let attempt): attempt.row
        case .contact(let contact): contact.row
        case .suppression(let suppression): suppression.row
        }
    }
}

extension CampaignEvent {
    package static let table = "event"
    /// Its primary key is the first two.
    package static let columns: [RowColumn] = [
        .fixed("campaignId"), .fixed("seq", .integer), .fixed("at", .integer), .fixed("kind"), .fixed("numberId"),
        .fixed("seriesId"), .fixed("attemptId"), .fixed("actor"), .fixed("records", .json), .fixed("reason"),
    ]

    package var row: [FieldValue] {
        [
            .text(campaignId), .init(seq), .init(at), .text(kind.rawValue), .init(numberId), .init(seriesId),
            .init(attemptId), .text(actor), .json(RecordJSON.text(of: records)), .init(reason),
        ]
    }

    package init(_ row: inout RowReader) throws(StoreError) {
        let (campaignId, seq, at): (String, Int, _) = (row.text(), row.int(), row.date())
        let kind: CampaignEventKind = try row.word()
        let ids = (row.textOrNil(), row.textOrNil(), row.textOrNil())
        let (actor, records) = (row.text(), try RecordJSON.records(of: row.textOrNil() ?? "null"))
        self.init(
            campaignId: campaignId, seq: seq, at: at, kind: kind, numberId: ids.0, seriesId: ids.1, attemptId: ids.2,
            actor: actor, records: records, reason: row.textOrNil())
    }
}
