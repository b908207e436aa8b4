import BotModel
import Foundation
import PatternMatching
import SourceText
import Testing
import Utterances

/// Input that is built to do harm: bounded time and memory, a message, no crash.
@Suite struct BadInputTests {
    private static let clock = ContinuousClock()

    /// What is wrong with a `chatbot.yaml`, read within the given time.
    private func faults(in yaml: String, within limit: Duration = .seconds(20)) -> Set<String> {
        var found: Set<String> = []
        let time = Self.clock.measure {
            let (_, diagnostics) = BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: yaml))
            found = Set(diagnostics.map(\.code))
        }
        #expect(time < limit)
        return found
    }

    @Test func anchorsThatExplodeAreRefused() {
        var yaml = "entryPoint: main.sc\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            yaml +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        #expect(faults(in: yaml, within: .seconds(60)).contains("project/yaml-too-large"))
        #expect(faults(in: yaml + "? *a30\n: x\n").contains("project/yaml-too-large"))
        #expect(faults(in: yaml + "[*a30]: x\n").contains("project/yaml-too-large"))
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "{? ", "!!x [", "\"", "a:\n "])
    func deepNestingIsRefused(_ opening: String) {
        _ = faults(in: String(repeating: opening, count: 100_000), within: .seconds(20))
        _ = faults(in: "injector: " + String(repeating: opening, count: 500) + "x", within: .seconds(20))
    }

    @Test func indentedNestingIsRefused() {
        let lines = (0..<2_000).map { String(repeating: " ", count: $0) + "a:" }
        #expect(!faults(in: lines.joined(separator: "\n")).isEmpty)
    }

    @Test func manyDuplicateKeysEnd() {
        let lines = (0..<2_000).map { "a\($0 / 2): 1" }
        #expect(faults(in: lines.joined(separator: "\n")).contains("project/duplicate-key"))
    }

    /// Blanks keep the column of each expression; on one line with thousands of them they stay few.
    @Test func thousandsOfExpressionsOnALineTakeLittleRoom() {
        let text = String(repeating: "{{$x}} word ", count: 10_000)
        let (bot, _) = Linker.link(project(["main.sc": "theme: /\n    state: A\n        a: \(text)\n"]))
        #expect(bot.code.count == 10_000)
        #expect(bot.code[500].text.hasSuffix("  $x") && bot.code[500].text.utf8.count > 6000)
        #expect(bot.code.reduce(0) { $0 + $1.text.utf8.count } < 6_000_000)
    }

    /// What lies too deep is not read; nothing that leads there is wrong for that.
    @Test func statesThatAreTooDeepAreOneMistake() {
        let states = (1...2000).map { depth in
            let margin = String(repeating: " ", count: depth)
            return "\(margin)state: S\(depth)\n\(margin) q!: w\(depth)\n\(margin) go!: ./S\(depth + 1)\n"
        }
        let (_, diagnostics) = Linker.link(project(["main.sc": "theme: /\n" + states.joined()]))
        #expect(diagnostics.map(\.code) == ["syntax/too-deep"])
    }

    @Test func deepJSONIsAMessage() {
        for text in ["[", "{\"a\":", "[{\"a\":["] {
            let json = String(repeating: text, count: 100_000)
            let (bot, diagnostics) = Linker.link(
                project(["main.sc": "require: deep.json\n    var = deep\ntheme: /\n    state: A\n", "deep.json": json]))
            #expect(diagnostics.map(\.code) == ["project/json"])
            #expect(bot.data.isEmpty)
        }
    }

    @Test func aChainOfRequiresEnds() {
        var files = ["main.sc": "require: 0.sc\ntheme: /\n    state: A\n"]
        for number in 0..<5_000 { files["\(number).sc"] = "require: \(number + 1).sc\n" }
        let (_, diagnostics) = Linker.link(project(files))
        #expect(diagnostics.map(\.code) == ["link/require-chain"])
    }

    @Test func manyStarsEnd() {
        let stars = String(repeating: "**/a*a*a*a*a*a*a*a*b/", count: 20)
        let deep = String(repeating: String(repeating: "a", count: 60) + "/", count: 60) + "x.sc"
        let (_, diagnostics) = Linker.link(
            project(["main.sc": "require: \(stars)x.sc\ntheme: /\n    state: A\n", deep: ""]))
        #expect(diagnostics.map(\.code) == ["link/no-matching-file"])
    }

    @Test func aLargeDictionaryIsReadInLinearTime() throws {
        func seconds(_ rows: Int) throws -> Double {
            let csv = (0..<rows).map { "\($0);word\($0),another word \($0);{\"name\": \"n\($0)\"}" }
            let files = [
                "main.sc": "require: d.csv\n    name = D\n    var = $D\ntheme: /\n    state: A\n        q: $D\n",
                "d.csv": csv.joined(separator: "\n"),
            ]
            return try Self.clock.measure {
                let (bot, diagnostics) = Linker.link(project(files))
                #expect(diagnostics.isEmpty)
                let matcher = PatternMatcher(entities: bot.entityFinder)
                guard case .pattern(let pattern) = try #require(bot.rules.first).trigger else { return }
                let match = matcher.match(pattern, Utterance("Another Word \(rows - 1)"), library: bot.patterns)
                #expect(match?.tree.children.first?.value == "\(rows - 1)")
            } / .seconds(1)
        }
        let small = try seconds(2_000)
        #expect(try seconds(20_000) < small * 40 + 0.5)
    }

    @Test(arguments: ["", ";", ";;", ";;;;\n;", "\"", "\"\"", "a;\"", "\u{FEFF}", "\r\r\n", "a;b;\"\"\"", "1;\",\";{"])
    func oddRowsDoNotCrash(_ csv: String) {
        _ = Linker.link(
            project(["main.sc": "require: d.csv\n    name = D\n    var = D\ntheme: /\n    state: A\n", "d.csv": csv]))
    }

    @Test(arguments: [
        "{", "{\"a", "{\"a\"", "{\"a\":", "[1,", "\"\\", "\"\\u12", "'", "//", "/*", "-", "nul", "[,]", "{a:1}}",
    ])
    func brokenJSONDoesNotCrash(_ json: String) {
        _ = Linker.link(
            project(["main.sc": "require: d.json\n    var = d\ntheme: /\n    state: A\n", "d.json": json]))
    }
}

/// What lies outside of the bot's folder stays unread, whatever leads there.
@Suite struct OutsideTests {
    @Test func aLinkOutOfTheFolderIsRefused() throws {
        let manager = FileManager.default
        let root = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? manager.removeItem(at: root) }
        let bot = root.appendingPathComponent("bot")
        try manager.createDirectory(at: bot, withIntermediateDirectories: true)
        try "theme: /secret\n    state: S\n".write(
            to: root.appendingPathComponent("secret.sc"), atomically: true, encoding: .utf8)
        try manager.createSymbolicLink(
            at: bot.appendingPathComponent("link.sc"), withDestinationURL: root.appendingPathComponent("secret.sc"))
        try manager.createSymbolicLink(at: bot.appendingPathComponent("up"), withDestinationURL: root)
        try "require: link.sc\nrequire: up/secret.sc\nrequire: ../secret.sc\ntheme: /\n    state: A\n".write(
            to: bot.appendingPathComponent("main.sc"), atomically: true, encoding: .utf8)
        let (loaded, diagnostics) = try BotLoader.load(bot.path)
        #expect(diagnostics.map(\.code) == Array(repeating: "link/outside-project", count: 3))
        #expect(loaded.states.map(\.path.description) == ["/A"])
    }

    @Test func aLibraryGivenByHandIsRead() throws {
        let manager = FileManager.default
        let root = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? manager.removeItem(at: root) }
        for folder in ["bot", "library/src/parts"] {
            try manager.createDirectory(
                at: root.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        func write(_ text: String, _ path: String) throws {
            try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
        }
        try write("require: hello.sc\n    module = common\ntheme: /\n    state: A\n        go!: /B\n", "bot/main.sc")
        try write("require: /parts/b.sc\nrequire: ../../bot/main.sc\n", "library/src/hello.sc")
        try write("theme: /\n    state: B\n", "library/src/parts/b.sc")
        let libraries = Libraries(folders: ["common": root.path + "/library"])
        let (bot, diagnostics) = try BotLoader.load(root.path + "/bot", libraries: libraries)
        #expect(bot.states.map(\.path.description) == ["/A", "/B"])
        #expect(diagnostics.map(\.code) == ["link/outside-project"])
        #expect(bot.files["@common/src/parts/b.sc"] != nil)
    }

    @Test(arguments: ["/dev/null", "/dev/zero", "/nowhere/at/all"])
    func devicesAreNoBots(_ path: String) {
        #expect(throws: BotUnreadable.self) { try BotLoader.load(path) }
    }
}
