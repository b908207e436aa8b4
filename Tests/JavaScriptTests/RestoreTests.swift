import JavaScript
import Testing

/// Only pages that were written are copied back; after every kind of turn the whole memory is as it was sealed.
@Suite("Every turn begins with the sealed state to the last byte")
struct RestoreTests {
    private static let turns = [
        "1", "kept.list.push(1)", "for (var i = 0; i < 300; i++) kept.functions[i].mark = i",
        "for (var i = 0; i < 300; i += 7) kept.texts[i] += 'x'", "Object.freeze(kept); Array.prototype.push = null",
        "var all = []; for (var i = 0; i < 60000; i++) { var o = {}; o.o = o; all.push(o); if (i % 9) all.pop() }",
        "(function () { for (var i = 0; i < 300; i++) delete kept.functions[i] })()", "kept = null; eval('1 + 1')",
        "throw new Error('x')", "new Array(2e5).fill(kept).join()",
        "(async function () { await 1; kept.list.pop() })()",
        "for (;;) kept.list.push({})", "for (;;) { kept.texts[1] = Math.random() }",
    ]

    private static let prelude = """
        var kept = { list: [], texts: [], functions: [] };
        for (var i = 0; i < 3000; i++) {
            kept.texts.push("text " + i);
            kept.functions.push(function () { return kept.texts[i]; });
        }
        """

    @Test(arguments: 0..<4 as Range<UInt64>) func afterAnyTurns(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let slot = try slot(ScriptLimits(seconds: 0.05, memory: 16 << 20), prelude: Self.prelude)
        for _ in 0..<150 {
            #expect(slot.isRestored)
            // Mostly the same small turns, so that pages are seen as written by many turns, and by few.
            let isUsual = Bool.random(using: &generator)
            let code = isUsual ? "kept.list.push(2)" : Self.turns.randomElement(using: &generator) ?? ""
            _ = slot.failure(of: code)
            slot.begin()
        }
        #expect(slot.isHealthy())
    }

    @Test func turnsThatWriteLittleCopyLittle() throws {
        let slot = try slot(prelude: Self.prelude)
        for _ in 0..<5000 {
            _ = try slot.callGlobal("kept.list.push", [.number(1)])
            slot.begin()
        }
        #expect(slot.sealedBytes > 700_000)
        #expect(slot.copiedBytes < slot.sealedBytes / 2, "\(slot.copiedBytes) of \(slot.sealedBytes)")
        #expect(slot.isRestored)
    }
}
