import Foundation

// Prints how long the things last that a person waits for. Each line is a ratio against something named, taken in the same run, beside the
// plain figure.
//
//     make bench
//     .build/release/Benchmarks check [BOT…]
//     .build/release/Benchmarks match [RULES…|FOLDER…]     folders of rules as `RuleWorkload` reads them
//     .build/release/Benchmarks turns
//     .build/release/Benchmarks talks [SLOTS]             thousands of conversations in one process
//     .build/release/Benchmarks russian
//     .build/release/Benchmarks entities [PHRASES…]
//     .build/release/Benchmarks intents FOLDER…            the phrases of NLU exports: precision, recall, speed
//     .build/release/Benchmarks command [RINGBACK]
//     .build/release/Benchmarks replay [RINGBACK]         a bot's tests
//     .build/release/Benchmarks hostile                   patterns
//     .build/release/Benchmarks hostile-scripts           a table
//     .build/release/Benchmarks claims [COUNT]            calls claimed from a SQLite store
//     .build/release/Benchmarks import [COUNT]            numbers into a SQLite store
//     .build/release/Benchmarks libraries
//     .build/release/Benchmarks simulate [NUMBERS [SVG]]   the forecast of a week of dialing
//     .build/release/Benchmarks scripts FOLDER…            the JavaScript of real bots: what loads, what uses a library

let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
let binary = folder + "/.build/release/ringback"
let arguments = Array(CommandLine.arguments.dropFirst(2))

switch CommandLine.arguments.dropFirst().first {
case "check":
    benchCheck(of: arguments.isEmpty ? [MemoryBot.synthetic()] : arguments.compactMap { MemoryBot(folder: $0) })
case "match":
    if arguments.isEmpty { benchMatch() }
    let sizes = arguments.compactMap { Int($0) }
    if !sizes.isEmpty { benchMatch(sizes: sizes) }
    for folder in arguments where Int(folder) == nil {
        let workload = try RuleWorkload(folder: folder)
        MatchBenchmark(workload, hasBars: workload.rules.count == 10_000).run()
    }
case "turns": try benchTurns(of: folder + "/bots/callback")
case "russian": try benchRussian(words: folder + "/.deps/words")
case "intents": try benchIntents(words: folder + "/.deps/words", folders: arguments)
case "command": try benchMatchCommand(binary: arguments.first ?? binary)
case "replay": try benchReplay(binary: arguments.first ?? binary)
case "hostile-scripts": try benchHostileScripts()
case "entities": try benchEntities(grammars: folder + "/Grammars", files: arguments)
case "talks": try benchTalks(slots: arguments.first.flatMap { Int($0) })
case "import": try benchImport(count: arguments.first.flatMap { Int($0) } ?? 1_000_000)
case "claims": try benchClaims(count: arguments.first.flatMap { Int($0) } ?? 1_000_000)
case unfinishedClaims: try leaveUnfinished(in: arguments.first ?? "")
case "libraries": try benchLibraries()
case "simulate":
    try benchSimulation(numbers: arguments.first.flatMap { Int($0) } ?? 100_000, chart: arguments.dropFirst().first)
case "scripts": for folder in arguments { surveyScripts(below: folder) }
case "hostile":
    benchLongInput()
    benchHostilePatterns()
case nil:
    try benchTurns(of: folder + "/bots/callback")
    try benchTalks()
    try benchLibraries()
    try benchStart(binary: binary, bot: folder + "/bots/callback")
    benchCheck(of: [MemoryBot.synthetic()])
    try benchCheckCommand(binary: binary)
    benchMatch()
    try benchRussian(words: folder + "/.deps/words")
    try benchMatchCommand(binary: binary)
    try benchReplay(binary: binary)
    benchLongInput()
    benchHostilePatterns()
    try benchEntities(grammars: folder + "/Grammars", files: [])
    try benchHostileScripts()
    try benchImport(count: 1_000_000)
    try benchClaims(count: 1_000_000)
    try benchSimulation(numbers: 100_000)
case let name?:
    print(
        "There is no benchmark `\(name)`; `check`, `claims`, `match`, `turns`, `talks`, `russian`, `entities`, `intents`, `command`, `replay`, `hostile`, `hostile-scripts`, `import`, `libraries`, `scripts`, `simulate`, or none of them for all."
    )
    exit(64)
}
