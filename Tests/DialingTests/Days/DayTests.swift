import CampaignModel
import CampaignStorage
import Foundation
import SQLiteStorage
import Testing

/// Days of dialing, each played by the real dialer on a memory and an SQLite store: `Fixtures/*.day`.
///
/// `RECORD=1` writes what the memory store's day came to; read it, and work it out by hand.
@Suite struct DayTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".day") }.sorted()

    @Test("a day of calls goes so", arguments: names, [false, true])
    func day(_ name: String, sqlite: Bool) throws {
        let file = Self.folder.appending(path: name)
        let script = try DayReader.read(String(contentsOf: file, encoding: .utf8))
        let path = FileManager.default.temporaryDirectory.appending(path: "ringback-\(UUID().uuidString).db").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let play = DayPlay(
            script, on: sqlite ? try SQLiteCampaignStore(path: path, mode: .readWrite) : MemoryCampaignStore())
        let told = try play.play()
        if ProcessInfo.processInfo.environment["RECORD"] == "1", !sqlite {
            try Data((script.told + ["---"] + told + [""]).joined(separator: "\n").utf8).write(to: file)
        }
        #expect(told == script.expected, "\(name) came to:\n\(told.joined(separator: "\n"))")
        try checkLogs(of: play.store)
    }

    /// Playing the log of each campaign gives the rows that the store has.
    private func checkLogs(of store: any CampaignStore) throws {
        try store.read { reading throws(StoreError) in
            for campaign in try reading.campaigns() {
                let replayed = CampaignEvent.replay(try reading.events(ofCampaign: campaign.id, from: 1))
                #expect(replayed[campaign.id] == .campaign(campaign))
                let numbers = try reading.numbers(ofCampaign: campaign.id)
                for number in numbers { #expect(replayed[number.id] == .number(number)) }
                for attempt in try reading.attempts(ofNumbers: numbers.map(\.id)) {
                    #expect(replayed[attempt.id] == CampaignRecord.attempt(attempt).inLog)
                }
            }
        }
    }
}
