import CivilTime
import Conversations
import FoundationEssentials
import Glibc

/// Writes calls into a `.talk` file while they go on, behind what stands in it, so that a call can be replayed as a test.
final class TalkRecording {
    private let output: TextOutput
    private var writer = TalkWriter()

    /// - Throws: `Trouble` when the file cannot be written.
    init(path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Trouble(
                .inputOutput, "--record: `\(path)` cannot be written: \(String(cString: strerror(errno))).",
                hint: "Give a path in a folder that exists and may be written to.")
        }
        output = TextOutput(descriptor: descriptor)
        if lseek(descriptor, 0, SEEK_END) > 0 { output.line("") }
    }

    deinit { writer.finish().forEach(output.line) }

    /// Begins a case.
    func begin(_ facts: CallFacts, at moment: Date) { writer.begin(facts, at: moment).forEach(output.line) }

    func add(_ record: CallRecord, at moment: Date) { writer.lines(of: record, at: moment).forEach(output.line) }
}
