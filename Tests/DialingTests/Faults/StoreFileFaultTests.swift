import CampaignModel
import CampaignStorage
import Dialing
import Foundation
import SQLiteStorage
import Testing

/// A store that cannot take any more: nobody is called without a record, nothing is lost, and it goes on by itself.
@Suite struct StoreFileFaultTests {
    @Test("a full disk stops the calls, and room lets them go on")
    func full() throws {
        let desk = try CampaignDesk(sqlite: true)
        try desk.add((0..<30).map { "+1650000\(1000 + $0)" })
        let store = try #require(desk.store as? SQLiteCampaignStore)
        let pages = try #require(try store.setting("page_count").flatMap(Int.init))
        _ = try store.setting("max_page_count = \(pages + 4)")
        let dialer = desk.dialer()
        dialer.run(until: desk.clock.now.addingTimeInterval(3600))
        #expect(desk.hasTrouble)
        let begun = try desk.attempts()
        #expect(begun.count < 30)
        _ = try store.setting("max_page_count = 1000000")
        dialer.run(draining: true)
        try desk.checkEnd(begun)
    }

    @Test("a file that is moved away stops the calls, and its return lets them go on")
    func moved() throws {
        let desk = try CampaignDesk(sqlite: true)
        try desk.add((0..<10).map { "+1650000\(1000 + $0)" })
        let store = try #require(desk.store as? SQLiteCampaignStore)
        let dialer = desk.dialer()
        dialer.run(until: desk.clock.now.addingTimeInterval(60))
        let begun = try desk.attempts()
        try FileManager.default.moveItem(atPath: store.path, toPath: store.path + ".away")
        dialer.run(until: desk.clock.now.addingTimeInterval(3600))
        #expect(desk.hasTrouble)
        #expect(try desk.attempts().map(\.id) == begun.map(\.id))
        try FileManager.default.moveItem(atPath: store.path + ".away", toPath: store.path)
        dialer.run(draining: true)
        try desk.checkEnd(begun)
    }

    @Test("a store that is put in the place of another gets nothing of what belongs to that")
    func replaced() throws {
        let desk = try CampaignDesk(sqlite: true)
        try desk.add(["+16500001000"])
        let store = try #require(desk.store as? SQLiteCampaignStore)
        for ending in ["", "-wal", "-shm"] {
            try? FileManager.default.moveItem(atPath: store.path + ending, toPath: store.path + ".away" + ending)
        }
        _ = try SQLiteCampaignStore(path: store.path, mode: .readWrite)
        desk.dialer().run(until: desk.clock.now.addingTimeInterval(60))
        #expect(desk.hasTrouble)
        #expect(try desk.attempts().isEmpty)
    }
}

extension CampaignDesk {
    var hasTrouble: Bool {
        news.contains { if case .trouble = $0 { true } else { false } }
    }

    /// - Parameter begun: attempts of which none may be lost.
    func checkEnd(_ begun: [Attempt]) throws {
        let (numbers, attempts) = (try numbers(), try attempts())
        #expect(numbers.allSatisfy { $0.state == .done || $0.state == .notDone })
        #expect(Set(begun.map(\.id)).isSubset(of: attempts.map(\.id)))
        #expect(attempts.allSatisfy { $0.state == .ended || $0.state == .notDialed })
        try checkLog()
    }
}
