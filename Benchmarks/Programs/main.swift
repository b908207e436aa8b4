import Foundation

// Prints how long the things last that a person waits for. Each line is a ratio against something named, taken in the same run, beside the
// plain figure.
//
//     make bench
//     .build/release/Benchmarks check [BOT…]

let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

switch CommandLine.arguments.dropFirst().first {
case "check":
    let bots = Array(CommandLine.arguments.dropFirst(2))
    benchCheck(of: bots.isEmpty ? [MemoryBot.synthetic()] : bots.compactMap { MemoryBot(folder: $0) })
case "match":
    for folder in CommandLine.arguments.dropFirst(2) { benchMatch(of: try RuleWorkload(folder: folder)) }
case nil:
    try benchTurns(of: folder + "/bots/callback")
    try benchStart(binary: folder + "/.build/release/ringback", bot: folder + "/bots/callback")
    benchCheck(of: [MemoryBot.synthetic()])
    try benchCheckCommand(binary: folder + "/.build/release/ringback")
case let name?:
    print("There is no benchmark `\(name)`; run it without arguments, or with `check` and folders of bots.")
    exit(64)
}
