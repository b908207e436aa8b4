import CampaignModel
import CampaignStorage
import Foundation
import SQLiteStorage

/// How long it takes until all numbers of a file are in a store, beside a program that only runs the same SQL.
func benchImport(count: Int) throws {
    let workload = try ImportWorkload(count: count)
    defer { workload.remove() }
    let bare = try spent { try BareImport(workload.path("bare.db"), count: count).run() }
    print("the bare driver, \(count) numbers: \(bare)")
    for format in ImportFormat.allCases {
        let first = try spent { try workload.run(format) }
        show(first, "import of \(count) numbers, \(format.rawValue)", bare, "the same SQL by the bare driver")
        if count == 1_000_000 { showBar("1,000,000 numbers in less than 60 s", first.clock < 60) }
        guard format == .jsonLines else { continue }
        let again = try spent { try workload.run(format, isAgain: true) }
        show(again, "… the same file again, all duplicates", first, "the first time")
    }
}

/// Seconds by the clock and of the processor: the second ones count on a machine that others use too.
private struct Spent: CustomStringConvertible {
    var clock = 0.0
    var processor = 0.0

    var description: String { "\(rounded(clock)) s, \(rounded(processor)) s of the processor" }
}

private func spent(_ body: () throws -> Void) rethrows -> Spent {
    var spent = Spent()
    spent.processor = try processorSeconds { spent.clock = try seconds(body) }
    return spent
}

private func show(_ spent: Spent, _ name: String, _ other: Spent, _ against: String) {
    print("\(name): \(rounded(spent.clock / other.clock)) × \(against) (\(spent))")
    print("  … of the processor: \(rounded(spent.processor / other.processor)) ×")
    fflush(nil)
}

/// Files of numbers and the stores that they go into, in a folder of their own.
private struct ImportWorkload {
    let count: Int
    let folder: URL
    private static let now = Date(timeIntervalSince1970: 1_795_600_000)

    init(count: Int) throws {
        self.count = count
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ringback-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("numbers.jsonLines") { "{\"phone\":\"+7\($0)\",\"gmtZone\":\"Europe/Moscow\"}\n" }
        try write("numbers.table", header: "phone;zone;name\n") { "+7\($0);Europe/Moscow;Client \($0)\n" }
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    private func write(_ name: String, header: String = "", _ line: (Int) -> String) throws {
        var text = header
        text.reserveCapacity(count * 50)
        for index in 0..<count { text += line(madeUpPhone(index)) }
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    func run(_ format: ImportFormat, isAgain: Bool = false) throws {
        let store = try SQLiteCampaignStore(path: path(format.rawValue + ".db"), mode: .readWrite)
        if !isAgain { try makeCampaign(store) }
        var numbers = NumberImport(
            store, campaign: "campaign", book: ScheduleBook(), identifiers: SystemRandomNumberGenerator())
        var reader = ImportReader(format, NumberForm())
        let file = try FileHandle(forReadingFrom: folder.appendingPathComponent("numbers." + format.rawValue))
        while let chunk = try file.read(upToCount: 1 << 18), !chunk.isEmpty {
            numbers.add(reader.rows(in: Array(chunk)), at: Self.now)
        }
        numbers.add(reader.lastRows(), at: Self.now)
        let report = numbers.finish(at: Self.now)
        precondition((isAgain ? report.duplicates : report.accepted) == count, "\(report)")
    }

    private func makeCampaign(_ store: SQLiteCampaignStore) throws {
        let campaign = Campaign(id: "campaign", name: "import", createdAt: Self.now)
        try store.transaction { transaction throws(StoreError) in
            try transaction.save(
                .campaign(campaign),
                because: .init(.campaignCreated, at: Self.now, actor: "bench", campaignId: campaign.id))
        }
    }
}

/// The statements of an import and nothing else.
private struct BareImport {
    private let count: Int
    private let database: BareDatabase

    init(_ path: String, count: Int) throws {
        self.count = count
        _ = try SQLiteCampaignStore(path: path, mode: .readWrite)
        database = try BareDatabase(path)
        database.run(
            """
            INSERT INTO campaign (id, name, state, defaultPolicy, profile, createdAt)
            VALUES ('campaign', 'bare', 'draft', '{}', '{}', 0)
            """)
    }

    func run() {
        let insert = database.prepare(BareDatabase.upsert(CampaignNumber.self))
        let marks = Array(repeating: "?", count: 400).joined(separator: ", ")
        let known = database.prepare("SELECT * FROM number WHERE phoneKey IN (\(marks)) AND campaignId = 'campaign'")
        let event = database.prepare(
            "INSERT INTO event (campaignId, seq, at, kind, actor, records) VALUES ('campaign', ?, 0, 'x', 'x', ?)")
        let batch = NumberImport.usualBatch
        let records = String(repeating: Self.record + ",", count: batch)
        for (line, start) in stride(from: 0, to: count, by: batch).enumerated() {
            database.run("BEGIN IMMEDIATE")
            for piece in stride(from: start, to: min(start + batch, count), by: 400) {
                known.step((piece..<piece + 400).map { .text(phone($0)) })
            }
            for index in start..<min(start + batch, count) { insert.step(row(index)) }
            event.step([.integer(Int64(line + 1)), .text(records)])
            database.run("COMMIT")
        }
    }

    private func phone(_ index: Int) -> String { "7\(madeUpPhone(index))" }

    private func row(_ index: Int) -> [FieldValue] {
        let phone = phone(index)
        let id = "019e5b1c-6000-7000-8000-0" + String(100_000_000_000 + index).dropFirst()
        return [
            .text(id), .text("campaign"), .init(index + 1), .text("+" + phone), .text(phone), .text("{}"), .text("{}"),
            .text("Europe/Moscow"), .text("planned"), .text("due"), .null, .integer(1_795_600_000_000_000),
            .integer(1), .integer(1_795_580_000_000_000), .integer(1_795_630_000_000_000),
            .integer(1_795_630_000_000_000), .integer(5), .integer(0), .null, .integer(0), .integer(0), .integer(0),
            .integer(0), .integer(0), .null, .integer(1_795_600_000_000_000),
        ]
    }

    private static let record = RecordJSON.text(of: [
        .number(
            CampaignNumber(
                id: String(repeating: "0", count: 36), campaignId: "campaign", phone: "+79210000000",
                zone: "Europe/Moscow", reason: "due", addedAt: Date(timeIntervalSince1970: 1_795_600_000)))
    ])
}
