import Foundation
import RingbackTesting
import Testing

/// Bots tested from Swift, by what is public alone.
@Suite struct RingbackTestingTests {
    private static let bots = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("bots").path

    private func callback() throws -> TestBot { try TestBot.load(Self.bots + "/callback") }

    @Test func aTalkGivesRepliesAndStates() throws {
        let bot = try callback()
        #expect(bot.name == "callback" && bot.mistakes.isEmpty && bot.states.contains("/Start/Yes"))
        let moment = Date(timeIntervalSince1970: 1_795_424_400)
        let call = try bot.call(at: moment)
        #expect(try call.says("/start").state == "/Start")
        #expect(call.state == "/Start" && !call.isOver)
        let turn = try call.says("please call me back in an hour")
        #expect(turn.replies == ["Okay! I’ll call you back in an hour."])
        #expect(turn.state == "/CallbackInAnHour" && turn.place == "src/main.sc:28")
        #expect(turn.redialStart == moment.addingTimeInterval(3600))
        #expect(turn.hangsUp && call.isOver && turn.errors.isEmpty)
    }

    @Test func nobodySpeaksIntoACallThatIsOver() throws {
        let call = try callback().call()
        try call.says("goodbye")
        let error = #expect(throws: TestBotError.self) { try call.says("hello?") }
        #expect(error?.message == "Expected an open line, but the bot had hung up.")
    }

    @Test func silenceAndEventsReachTheBot() throws {
        let call = try callback().call()
        try call.says("/start")
        #expect(try call.keepsSilent().replies == ["Are you still there?"])
        #expect(call.session.contains(#""silences":1"#))
        #expect(try call.event("noMatch").state == "/NotUnderstood")
        try call.hangsUp()
        #expect(call.isOver)
    }

    @Test func testsAreReplayed() throws {
        let outcomes = try callback().replay()
        #expect(outcomes.count == 9 && outcomes.allSatisfy { $0.verdict == .passed })
        #expect(try callback().replay(filter: "keeps silent").count == 1)
    }

    @Test func whatCannotBeDoneIsSaid() throws {
        #expect(throws: TestBotError.self) { try TestBot.load("/nowhere/bot") }
        #expect(throws: TestBotError.self) { try callback().call(zone: "Mars/North") }
        #expect(throws: TestBotError.self) { try callback().call(payload: "[]") }
        let error = #expect(throws: TestBotError.self) { try callback().replay("/nowhere") }
        #expect(error?.message == "There are no tests in /nowhere.")
    }

    @Test func testFilesWithoutACaseAreNoSuccess() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("<test></test>".utf8).write(to: folder.appendingPathComponent("a.xml"))
        let error = #expect(throws: TestBotError.self) { try callback().replay(folder.path) }
        #expect(error?.message == "The test files in \(folder.path) hold no case.")
    }
}
