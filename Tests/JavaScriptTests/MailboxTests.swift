import Foundation
import JavaScript
import Testing

/// Large values that come and go leave nothing in the process when the next turn has begun.
@Suite struct MailboxTests {
    @Test func whatALargeValueHasFilledGoesBack() throws {
        let slots = try (0..<12).map { _ in try slot(ScriptLimits(seconds: 20, memory: 128 << 20)) }
        let before = residentBytes()
        for slot in slots {
            #expect(slot.failure(of: "__host('echo', 'x'.repeat(24e6))") == nil)
            slot.begin()
            #expect(slot.isHealthy())
        }
        // Each value has 24 MB; other suites run in the same process.
        #expect(residentBytes() - before < 150 << 20)
    }

    private func residentBytes() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }
}
