import BotModel
import Foundation
import SourceText
import Testing

/// A project that lives in memory.
func project(_ files: [String: String], entry: String = "main.sc") -> Project {
    Project(
        name: "test", folder: "/nowhere", sourceFolder: "", entryPoints: [entry],
        read: { path in files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing },
        list: { folder in files.keys.filter { folder.isEmpty || $0.hasPrefix(folder + "/") }.sorted() },
        systemModule: systemModule)
}

/// The checkout's own list of a system module.
func systemModule(_ name: String) -> Project.SystemModule {
    let path = checkout + "/Grammars/modules/\(name).json"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        return .unknown(known: ["sys.zb-common"])
    }
    return .declared(SourceFile(path: name, text: text))
}

/// The folder with `Package.swift`, from which the tests were built.
let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

@Suite struct LinkerTests {
    @Test func namesStatesByThemeAndNesting() {
        let (bot, diagnostics) = Linker.link(
            project(["main.sc": "theme: /shop/a\n    state: Order\n        state:\n        state: Two words\n"]))
        #expect(diagnostics.isEmpty)
        #expect(bot.states.map(\.path.description) == ["/shop/a/Order", "/shop/a/Order/1", "/shop/a/Order/Two words"])
        #expect(bot.exists(StatePath("/shop")))
    }

    @Test func readsEachRequiredFileOnceDepthFirst() {
        let (bot, diagnostics) = Linker.link(
            project([
                "main.sc":
                    "require: parts/one.sc\nrequire: /two.sc\nrequire: code.js\ntheme: /\n    state: A\n        a: hi\n",
                "parts/one.sc": "require: ../two.sc\ntheme: /one\n    state: B\n",
                "two.sc": "theme: /two\n    state: C\n",
                "code.js": "var x = 1;",
            ]))
        #expect(diagnostics.isEmpty)
        #expect(Set(bot.files.keys) == ["main.sc", "parts/one.sc", "two.sc", "code.js"])
        #expect(bot.states.map(\.path.description) == ["/A", "/one/B", "/two/C"])
    }

    @Test func requiresByStarAndUnderARootTheme() {
        let (bot, _) = Linker.link(
            project([
                "main.sc": "require: parts/*.sc\n    rootTheme = /lib\ntheme: /\n    state: A\n",
                "parts/b.sc": "theme: /\n    state: B\n",
                "parts/a.sc": "theme: /x\n    state: C\n", "parts/deep/d.sc": "theme: /\n    state: D\n",
            ]))
        #expect(bot.states.map(\.path.description) == ["/A", "/lib/x/C", "/lib/B"])
    }

    @Test func keepsTheColumnsOfExpressions() throws {
        let (bot, _) = Linker.link(project(["main.sc": "theme: /\n    state: A\n        a: Hi {{$client.name}}!\n"]))
        let unit = try #require(bot.code.first)
        #expect(unit.firstLine == 3)
        #expect(unit.text == String(repeating: " ", count: 16) + "$client.name")
    }

    @Test func readsTheConfiguration() {
        let text =
            "name: shop\nentryPoint: [a.sc, b.sc]\nnlp:\n  rankByContext: {p1: 0.3, p2: 0.02}\ninjector: {a: [1, \"2\", true]}\n"
        let (configuration, diagnostics) = BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: text))
        #expect(diagnostics.isEmpty)
        #expect(configuration.entryPoints == ["a.sc", "b.sc"])
        #expect(configuration.globalPenalty == 0.3 && configuration.stepPenalty == 0.02)
        #expect(configuration.injector == #"{"a":[1,"2",true]}"#)
    }

    @Test(arguments: ["a: [", "just text", "a: 1\n b: 2"])
    func reportsUnreadableConfigurations(_ text: String) {
        let (_, diagnostics) = BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: text))
        #expect(diagnostics.contains { $0.code == "project/yaml" })
    }
}

/// Each file of Fixtures/errors holds its expected diagnostics: a comment `#   ^^^ error[code]` below the guilty line.
@Suite struct MistakeTests {
    static let fixtures: [String] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Fixtures/errors"
        ).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".sc") }
            .sorted()
            .map { folder + "/" + $0 }
    }()

    @Test(arguments: fixtures)
    func areReportedAtTheirPlaces(_ path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let (_, diagnostics) = Linker.link(project(["main.sc": text]))
        let found = Set(diagnostics.map { "\($0.start.line):\($0.start.column) \($0.severity.rawValue)[\($0.code)]" })
        #expect(found == Self.expected(in: text))
    }

    private static func expected(in text: String) -> Set<String> {
        var result: Set<String> = []
        var guilty = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("#"), let caret = line.firstIndex(of: "^") else {
                guilty = index + 1
                continue
            }
            let code = line[caret...].drop { $0 == "^" || $0 == " " }
            result.insert("\(guilty):\(line.distance(from: line.startIndex, to: caret) + 1) \(code)")
        }
        return result
    }

    /// A data file and a button read the same text out of the same quotes.
    @Test(arguments: [
        #"plain"#, #"a \"b\" \\ \/ c"#, #"\n\t\r\b\f"#, #"\u0416\u00e9"#, #"\ud83d\ude00!"#, #"\ud83dx"#, #"\ude00"#,
        #"\u12"#, #"\u+123"#,
        #"\q"#, "ж\u{1F600}", "// no comment # none", #"it's"#,
    ])
    func textsInQuotesAreReadAlikeInAllFiles(_ written: String) throws {
        let script =
            "require: data.json\n    var = data\ntheme: /\n    state: A\n        buttons:\n            \"\(written)\"\n"
        let (bot, diagnostics) = Linker.link(project(["main.sc": script, "data.json": "[\"\(written)\",]"]))
        #expect(diagnostics.isEmpty)
        guard case .buttons(_, let buttons, _) = try #require(bot.states.first?.reactions.first),
            case .text(let template) = try #require(buttons.first).content
        else {
            Issue.record("no button")
            return
        }
        let json = try #require(bot.data.first?.json)
        #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [template.constant])
    }
}
