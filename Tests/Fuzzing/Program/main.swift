import Foundation
import FuzzTrials
import MatchTwin

// The fuzzer, built and started by `make fuzz`. FUZZ_TRIAL chooses what is tried: script, format, patterns or match; the arguments
// are those of libFuzzer.

typealias Trial = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ trial: Trial
) -> CInt

func input(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
}

/// A fault ends the run; libFuzzer then writes the input beside its log.
func judge(_ faults: [String]) -> CInt {
    guard !faults.isEmpty else { return 0 }
    // Not `print`: what waits in its buffer would be lost.
    FileHandle.standardError.write(Data("FAULT: \(faults.joined(separator: "\n"))\n".utf8))
    abort()
}

let trials: [String: Trial] = [
    "script": { judge(ScriptTrial.faults(of: input($0, $1))) },
    "format": { judge(FormatTrial.faults(of: input($0, $1))) },
    "patterns": { judge(PatternTrial.faults(of: input($0, $1))) },
    "match": { judge(MatchTrial.faults(of: input($0, $1))) },
]

let name = ProcessInfo.processInfo.environment["FUZZ_TRIAL"] ?? "script"
guard let trial = trials[name] else {
    fatalError("FUZZ_TRIAL is one of \(trials.keys.sorted().joined(separator: ", ")), not \(name)")
}
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runFuzzer(&count, &arguments, trial))
