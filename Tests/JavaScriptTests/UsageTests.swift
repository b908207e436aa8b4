import JavaScript
import Testing

@Suite("A slot tells what a turn's scripts have taken")
struct UsageTests {
    @Test func aTurnBeginsWithNothing() throws {
        let slot = try slot()
        _ = try slot.value("'x'.repeat(1e6).length")
        slot.begin()
        #expect(slot.usage == ScriptUsage())
    }

    @Test func whatIsKeptAndWhatIsGivenBack() throws {
        let slot = try slot()
        _ = try slot.value("kept = 'x'.repeat(1e6)")
        let before = slot.usage
        #expect((1_000_000..<3_100_000).contains(before.peakBytes))
        _ = try slot.value("(function () { for (var i = 0; i < 50; i++) 'x'.repeat(1e5) + i })()")
        let taken = slot.usage.since(before)
        #expect(taken.allocatedBytes > 5_000_000)
        #expect(taken.peakBytes < 3_100_000, "each text is given back before the next")
    }

    @Test func timeOfScriptsWithoutWaiting() throws {
        let slot = try slot { _, _ in
            let clock = ContinuousClock()
            let end = clock.now.advanced(by: .milliseconds(300))
            while clock.now < end {}
            return .value(.null)
        }
        _ = try slot.value("__host('wait')")
        #expect(slot.usage.seconds > 0)
        #expect(slot.usage.seconds < 0.25)
    }

    @Test(arguments: ["for (;;) {}", "var a = []; for (;;) a.push({})"])
    func aCutTurnTellsWhatItTook(code: String) throws {
        let slot = try slot(ScriptLimits(seconds: 0.3, memory: 16 << 20))
        let kind = try #require(slot.failure(of: "var x = 'x'.repeat(1e6);" + code)?.kind)
        #expect(slot.usage.peakBytes > 1_000_000)
        #expect(kind == .memory || slot.usage.seconds >= 0.3)
        slot.begin()
        #expect(slot.usage == ScriptUsage())
    }

    /// However much a script gives back, the books agree: nothing is in use that was not asked for.
    @Test func theBooksAgree() throws {
        let slot = try slot()
        for _ in 0..<3 {
            _ = try slot.value(
                "(function () { var a = []; for (var i = 0; i < 2000; i++) { a.push('y'.repeat(i % 97)); if (i % 3) a.splice(0, 1) } })()"
            )
            #expect(slot.usage.peakBytes <= slot.usage.allocatedBytes)
        }
        #expect(slot.usage.peakBytes < 1_000_000)
    }
}
