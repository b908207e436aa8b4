// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

// The store for many machines needs libpq, so it is there on request: `--traits Postgres`.
let postgres: Target.Dependency = .target(name: "PostgresStorage", condition: .when(traits: ["Postgres"]))

// One line a room: its name and the rooms (and packages) it may import. Arrows point down the floors of
// Sources/README.md; `make build` checks that no source file imports past its own line.
let rooms: [Target] = [
    // Floor 7
    .executableTarget(name: "ringback", dependencies: ["Commands"], swiftSettings: strict),
    .executableTarget(
        name: "Benchmarks",
        dependencies: [
            "SourceText", "Utterances", "ScriptSyntax", "PatternMatching", "BotModel", "BotRuntime", "Scripting",
            "Conversations", "CampaignModel", "CampaignStorage", "SQLiteStorage", "Dialing", "JavaScript",
            "HostileScripts", "CPCRE2", "CPrototype", "Entities", "CivilTime", "Understanding",
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
        ],
        path: "Benchmarks/Programs",
        swiftSettings: strict),
    .target(name: "CPrototype", path: "Benchmarks/Prototype", cSettings: [.unsafeFlags(["-O2", "-Wall"])]),
    room(
        "RingbackTesting",
        ["SourceText", "CivilTime", "CampaignModel", "Conversations", "BotModel", "BotRuntime", "Replay", "Commands"]),
    // Floor 6
    room(
        "Commands",
        [
            "SourceText", "Utterances", "CivilTime", "CampaignModel", "Conversations", "ScriptSyntax",
            "PatternMatching", "BotModel", "ScriptFormat", "ScriptChecks", "CampaignStorage", "SQLiteStorage", "Dialog",
            "BotRuntime", "Scripting", "WebRequests", "Dialing", "Replay", "Entities", argumentParser, postgres,
        ]),
    // Floor 5
    room(
        "Replay",
        [
            "SourceText", "CivilTime", "CampaignModel", "Conversations", "BotModel", "BotRuntime", "Scripting",
            "WebRequests",
        ]),
    room("Server", ["CivilTime", "CampaignModel"]),
    // Floor 4
    room(
        "Dialing",
        ["CivilTime", "CampaignModel", "CampaignStorage", .product(name: "HeapModule", package: "swift-collections")]),
    // Floor 3
    room(
        "BotRuntime",
        [
            "SourceText", "CivilTime", "CampaignModel", "Conversations", "Utterances", "ScriptSyntax",
            "PatternMatching",
            "JavaScript", "BotModel", "Understanding", "Dialog", "Scripting", "WebRequests", "Entities",
        ]),
    room(
        "Scripting",
        [
            "SourceText", "JavaScriptTokens", "CivilTime", "CampaignModel", "Conversations", "PatternMatching",
            "JavaScript", "BotModel", "Dialog", "Utterances", "WebRequests", "Entities",
        ], resources: [.embedInCode("World")]),
    room(
        "ScriptChecks",
        [
            "SourceText", "JavaScriptTokens", "CampaignModel", "CivilTime", "Utterances", "ScriptSyntax",
            "PatternMatching",
            "BotModel", "Understanding",
        ]),
    room(
        "Dialog",
        [
            "SourceText", "CivilTime", "Conversations", "PatternMatching", "BotModel", "Understanding", "Utterances",
            "Entities",
        ]),
    room(
        "SQLiteStorage",
        ["CivilTime", "CampaignModel", "CampaignStorage", .product(name: "GRDB", package: "GRDB.swift")]),
    room("PostgresStorage", ["CivilTime", "CampaignModel", "CampaignStorage", "CLibPQ"]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    // Floor 2
    room(
        "BotModel",
        [
            "SourceText", "JavaScriptTokens", "CivilTime", "ScriptSyntax", "PatternMatching", "Utterances", "Entities",
            .product(name: "Yams", package: "Yams"),
        ]),
    room("Understanding", ["PatternMatching", "Utterances"]),
    room("ScriptFormat", ["SourceText", "JavaScriptTokens", "ScriptSyntax"]),
    room("Entities", ["SourceText", "CivilTime", "CampaignModel", "Utterances", "PatternMatching"]),
    room(
        "CampaignStorage", ["CivilTime", "CampaignModel", .product(name: "HeapModule", package: "swift-collections")]),
    // Floor 1
    room("ScriptSyntax", ["SourceText", "JavaScriptTokens"]),
    room("PatternMatching", ["SourceText", "Utterances", "CPCRE2"]),
    room("JavaScript", ["JavaScriptTokens", "CScriptSlot"]),
    .target(
        name: "CScriptSlot", dependencies: ["CQuickJS"], exclude: ["README.md"],
        cSettings: [.unsafeFlags(["-O2", "-Wall"])]),
    room("WebRequests", ["CCurl"]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CQuickJS", pkgConfig: "ringback-quickjs"),
    // Floor 0
    room("SourceText"),
    room("JavaScriptTokens"),
    room("Utterances"),
    room("Conversations", ["CampaignModel", "CivilTime"]),
    room("CampaignModel", ["CivilTime"]),
    room("CivilTime"),
]

let tests: [Target] = [
    roomTests("SourceText", fixtures: true),
    .target(name: "TestClock", path: "Tests/TestClock", swiftSettings: strict),
    roomTests("JavaScriptTokens", ["TestClock"]),
    roomTests("Utterances"),
    roomTests("CivilTime"),
    roomTests("CampaignModel", ["CivilTime"], fixtures: true),
    roomTests("ScriptSyntax", ["SourceText", "TestClock"], fixtures: true),
    .target(
        name: "MatchTwin", dependencies: ["PatternMatching", "Utterances"], path: "Tests/MatchTwin",
        exclude: ["README.md"], swiftSettings: strict),
    roomTests("PatternMatching", ["SourceText", "Utterances", "MatchTwin"], fixtures: true),
    .target(
        name: "HostileScripts", path: "Tests/HostileScripts", exclude: ["README.md"], swiftSettings: strict),
    roomTests("JavaScript", ["HostileScripts", "TestClock"]),
    roomTests("WebRequests"),
    roomTests("Entities", ["CivilTime", "CampaignModel", "TestClock"], fixtures: true),
    roomTests(
        "BotModel", ["SourceText", "PatternMatching", "Utterances", "Entities", "CivilTime", "TestClock"],
        fixtures: true),
    roomTests("Understanding", ["PatternMatching", "Utterances"], fixtures: true),
    roomTests("ScriptFormat", ["SourceText", "ScriptSyntax"], fixtures: true),
    roomTests("ScriptChecks", ["SourceText", "Utterances", "BotModel", "TestClock"], fixtures: true),
    roomTests("Dialog", ["SourceText", "Conversations", "PatternMatching", "BotModel", "Understanding", "Utterances"]),
    roomTests(
        "BotRuntime",
        [
            "SourceText", "Conversations", "CampaignModel", "CivilTime", "BotModel", "JavaScript", "Replay",
            "Scripting", "Understanding", "Utterances", "WebRequests", "Entities", "HostileScripts", "TestClock",
        ],
        fixtures: true),
    .testTarget(
        name: "StorageTests",
        dependencies: ["CampaignStorage", "SQLiteStorage", postgres, "CampaignModel", "CivilTime", "Dialing"],
        exclude: ["PostgresServer.sh"], swiftSettings: strict),
    .target(
        name: "FuzzTrials",
        dependencies: ["SourceText", "ScriptSyntax", "ScriptFormat", "PatternMatching", "Utterances"],
        path: "Tests/Fuzzing/Trials", swiftSettings: strict),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTrials", "MatchTwin"], swiftSettings: strict),
    .testTarget(
        name: "EditorGrammarTests", dependencies: ["ScriptSyntax", "CPCRE2"], exclude: ["Fixtures"],
        swiftSettings: strict),
    roomTests(
        "Replay",
        [
            "SourceText", "CivilTime", "CampaignModel", "Conversations", "BotModel", "BotRuntime", "Scripting",
            "WebRequests",
        ]),
    roomTests("Dialing", ["CivilTime", "CampaignModel", "CampaignStorage", "SQLiteStorage"], fixtures: true),
    roomTests("Server", ["CivilTime", "CampaignModel"], fixtures: true),
    roomTests("RingbackTesting"),
    roomTests(
        "Commands",
        [
            "SourceText", "Utterances", "BotModel", "CivilTime", "CampaignModel", "Conversations", "Dialing",
            "WebRequests", "Replay",
        ],
        fixtures: true
    ),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: ["README.md"], resources: resources, swiftSettings: strict)
}

func roomTests(_ name: String, _ dependencies: [Target.Dependency] = [], fixtures: Bool = false) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
        exclude: fixtures ? ["Fixtures"] : [], swiftSettings: strict)
}

// The fuzzer is built for itself, by `make fuzz`: all of it with the coverage that steers it.
let fuzzer: [Target] =
    Context.environment["RINGBACK_FUZZ"] == "1"
    ? [
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTrials", "MatchTwin"], path: "Tests/Fuzzing/Program",
            swiftSettings: strict)
    ]
    : []

let package = Package(
    name: "ringback",
    products: [
        .executable(name: "ringback", targets: ["ringback"]),
        .library(name: "RingbackTesting", targets: ["RingbackTesting"]),
    ],
    traits: [.trait(name: "Postgres", description: "Keeps campaigns in PostgreSQL too; needs libpq.")],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: rooms + tests + fuzzer
)
