import HostileScripts
import JavaScript

/// How soon every hostile script is stopped at a limit of 100 ms and 32 MiB, and what it leaves behind (a table).
func benchHostileScripts() throws {
    let limits = ScriptLimits(seconds: 0.1, memory: 32 << 20)
    let before = residentBytes()
    print(
        "| script | ended | by | after, ms | of the processor, ms | the next turn |\n| --- | --- | --- | --- | --- | --- |"
    )
    var slowest = 0.0, isSound = true, most = before
    for script in HostileScript.all {
        let trial = try HostileTrial(script, limits)
        print(trial.row)
        slowest = max(slowest, trial.processor)
        isSound = isSound && trial.isSound
        most = max(most, trial.resident)
    }
    let grown = Double(most - before) / 1e6
    show("the slowest hostile script, of the processor", slowest * 1e3, "ms", slowest / limits.seconds, "the limit")
    showBar("all stopped within 400 ms, and the next turn answers", slowest < 0.4 && isSound)
    show("most memory that they took", grown, "MB", grown * 1e6 / Double(limits.memory), "the limit of one slot")
    showBar("bounded by four times the slot's limit", grown * 1e6 < 4 * Double(limits.memory))
}

/// One hostile script in a slot of its own.
private struct HostileTrial {
    let row: String
    let processor: Double
    let isSound: Bool
    /// Of the process, with the slot that has stopped the script.
    let resident: Int

    init(_ script: HostileScript, _ limits: ScriptLimits) throws {
        let slot = try ScriptSlot(limits: limits) { _, arguments in .computed(arguments.first ?? .undefined) }
        slot.seal()
        slot.beginTurn(now: 0) { _ in 0 }
        var ending = "nothing"
        var spent = 0.0
        processor = slot.perform {
            threadSeconds { spent = seconds { ending = Self.ending(of: script.code, in: slot) } }
        }
        resident = residentBytes()
        let cuts = slot.cuts
        let layer =
            cuts.interrupt > 0
            ? "interrupt" : cuts.allocator > 0 ? "allocation" : cuts.signal > 0 ? "signal" : "the engine"
        slot.beginTurn(now: 0) { _ in 0 }
        let next = Self.ending(of: "var a = [3, 1, 2]; return JSON.stringify(a.sort())", in: slot)
        isSound = next == "answer" && slot.usage.peakBytes < 1 << 20
        row =
            "| `\(script.code.replacing("|", with: "\\|"))` | \(ending) | \(layer) | \(rounded(spent * 1e3)) | \(rounded(processor * 1e3)) | \(next) |"
    }

    private static func ending(of code: String, in slot: ScriptSlot) -> String {
        do throws(ScriptFailure) {
            _ = try slot.run(try slot.compile(code, file: "main.sc", firstLine: 1, as: .block))
            return "answer"
        } catch { return error.kind.rawValue }
    }
}
