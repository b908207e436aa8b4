import CampaignModel
import CampaignStorage
import Dialing
import Foundation
import SQLiteStorage
import Testing

@Suite struct StoreFileTests {
    private func refusal(_ path: String, _ mode: StoreMode = .readWrite) throws -> StoreError {
        try #require(throws: StoreError.self) { try SQLiteCampaignStore(path: path, mode: mode) }
    }

    private func write(_ bytes: Data, to path: String, permissions: Int = 0o644) throws {
        try #require(
            FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: permissions]))
    }

    @Test("what was kept is there after the file is opened again")
    func durable() throws {
        let folder = try Folder()
        do {
            let store = try SQLiteCampaignStore(path: folder.store, mode: .readWrite)
            _ = try Desk.call(store).keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
        }
        let again = try SQLiteCampaignStore(path: folder.store, mode: .readOnly)
        let campaign = try #require(
            try again.read { reading throws(StoreError) in try reading.campaign(named: "console") })
        let series = try again.read { reading throws(StoreError) in try reading.openSeries(ofCampaign: campaign.id) }
        #expect(series.map(\.plannedMoments) == [[Desk.start + 3600, Desk.start + 3900]])
        #expect(series[0].policyGiven == anHourLater(than: Desk.start).policy)
    }

    @Test("a second connection sees the series as soon as keep returns")
    func visibleAtOnce() throws {
        let folder = try Folder()
        let store = try SQLiteCampaignStore(path: folder.store, mode: .readWrite)
        let ledger = try Desk.call(store)
        _ = try ledger.keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
        for mode in [StoreMode.readOnly, .readWrite] {
            let other = try SQLiteCampaignStore(path: folder.store, mode: mode)
            let found = try CallLedger(
                store: other, resuming: ledger.attemptId, bot: "callback", identifiers: SeededBits(seed: 1))
            #expect(try found.nextPlanned()?.moment == Desk.start + 3600)
        }
    }

    @Test("every commit is synced to the disk")
    func synchronousIsFull() throws {
        let folder = try Folder()
        let store = try SQLiteCampaignStore(path: folder.store, mode: .readWrite)
        #expect(try store.setting("synchronous") == "2")
        #expect(try store.setting("journal_mode") == "wal")
        #expect(try store.setting("foreign_keys") == "1")
    }

    @Test("connections that call many numbers at once leave one log without gaps")
    func manyConnections() async throws {
        let folder = try Folder()
        let path = folder.store
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    let store = try SQLiteCampaignStore(path: path, mode: .readWrite)
                    for call in 0..<10 {
                        let ledger = try Desk.call(
                            store, number: "\(worker)-\(call)", seed: UInt64(worker * 100 + call))
                        _ = try ledger.keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
                        try ledger.end(at: Desk.start, by: .bot)
                    }
                }
            }
            try await group.waitForAll()
        }
        let store = try SQLiteCampaignStore(path: path, mode: .readOnly)
        try store.read { reading throws(StoreError) in
            let campaigns = try reading.campaigns()
            #expect(campaigns.count == 1)
            #expect(try reading.numbers(ofCampaign: campaigns[0].id).count == 40)
            let events = try reading.events(ofCampaign: campaigns[0].id, from: 1)
            #expect(events.map(\.seq) == Array(1...events.count))
        }
    }

    // MARK: Bad files

    @Test("a folder that is not there")
    func noFolder() throws {
        let folder = try Folder()
        let error = try refusal(folder.path + "/missing/ringback.db")
        #expect(error.kind == .missing && error.message.contains("/missing") && error.hint != nil)
    }

    @Test("no file to read")
    func noFile() throws {
        let folder = try Folder()
        #expect(try refusal(folder.store, .readOnly).kind == .missing)
        #expect(!FileManager.default.fileExists(atPath: folder.store))
    }

    @Test("a folder in place of a file")
    func folderForFile() throws {
        let folder = try Folder()
        let error = try refusal(folder.path)
        #expect(error.kind == .notADatabase && error.message.contains("is a folder"))
    }

    @Test("an empty file is a fresh store")
    func emptyFile() throws {
        let folder = try Folder()
        try write(Data(), to: folder.store)
        _ = try Desk.call(try SQLiteCampaignStore(path: folder.store, mode: .readWrite))
    }

    @Test("a file that is no database is left as it is", arguments: ["hello", "SQLite format 3\0 and then a story"])
    func garbage(_ text: String) throws {
        let folder = try Folder()
        let bytes = Data(String(repeating: text, count: 100).utf8)
        try write(bytes, to: folder.store)
        for mode in [StoreMode.readWrite, .readOnly] {
            #expect(try refusal(folder.store, mode).kind == .notADatabase)
        }
        #expect(FileManager.default.contents(atPath: folder.store) == bytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["ringback.db"])
    }

    @Test("a read-only file and a read-only folder, also for root")
    func readOnly() throws {
        let folder = try Folder()
        _ = try Desk.call(try SQLiteCampaignStore(path: folder.store, mode: .readWrite))
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.store)
        let error = try refusal(folder.store)
        #expect(error.kind == .readOnly && error.hint?.contains("chmod") == true)
        _ = try SQLiteCampaignStore(path: folder.store, mode: .readOnly)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        #expect(try refusal(folder.path + "/other.db").kind == .readOnly)
    }

    // The bytes of the header say the version (60-63) and whose file it is (68-71).
    @Test("a store of a newer ringback is refused with both versions and left as it is")
    func newerVersion() throws {
        let folder = try Folder()
        do { _ = try Desk.call(try SQLiteCampaignStore(path: folder.store, mode: .readWrite)) }
        var bytes = try #require(FileManager.default.contents(atPath: folder.store))
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try write(bytes, to: folder.store)
        let error = try refusal(folder.store)
        #expect(error.kind == .newerVersion && error.message.contains("99") && error.message.contains("version 4"))
        #expect(try refusal(folder.store, .readOnly).kind == .newerVersion)
        #expect(FileManager.default.contents(atPath: folder.store) == bytes)
    }

    @Test("a database of another program is left as it is")
    func foreignDatabase() throws {
        let folder = try Folder()
        do { _ = try Desk.call(try SQLiteCampaignStore(path: folder.store, mode: .readWrite)) }
        var bytes = try #require(FileManager.default.contents(atPath: folder.store))
        bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
        try write(bytes, to: folder.store)
        let error = try refusal(folder.store)
        #expect(error.kind == .notADatabase && error.message.contains("another program"))
        #expect(FileManager.default.contents(atPath: folder.store) == bytes)
    }

    @Test(
        "SQLite's codes become kinds with a hint",
        arguments: [
            (Int32(5), StoreError.Kind.busy), (6, .busy), (13, .full), (8, .readOnly), (26, .notADatabase),
            (11, .unusable),
            (14, .unusable),
        ])
    func codes(_ code: Int32, _ kind: StoreError.Kind) {
        let error = StoreError.sqlite(code, "words of SQLite", path: "a.db")
        #expect(error.kind == kind && error.message.contains("a.db") && error.hint != nil)
    }
}
