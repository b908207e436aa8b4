import BotModel
import Foundation
import SourceText

/// A bot whose files lie in memory as bytes, so that reading the disk is not measured.
struct MemoryBot {
    let name: String
    let sourceFolder: String
    let entryPoints: [String]
    let configuration: BotConfiguration
    /// By their path in the project.
    let files: [String: [UInt8]]
    private var modules: [String: SourceFile] = [:]

    var scripts: [[UInt8]] { files.filter { $0.key.hasSuffix(".sc") }.sorted { $0.key < $1.key }.map(\.value) }

    private init(name: String, sourceFolder: String, entryPoints: [String], files: [String: [UInt8]]) {
        self.name = name
        self.sourceFolder = sourceFolder
        self.entryPoints = entryPoints
        self.files = files
        configuration = BotConfiguration()
    }

    /// The files that a bot of the disk reads; `nil` where there is none.
    init?(folder path: String) {
        let libraries = Libraries(dataFolder: folder + "/Grammars")
        guard let (bot, _) = try? BotLoader.load(path, libraries: libraries) else { return nil }
        name = bot.name
        files = bot.files.filter { !$0.key.hasPrefix("@") }.mapValues(\.bytes)
        sourceFolder = files.keys.contains { $0.hasPrefix("src/") } ? "src" : ""
        entryPoints = bot.configuration.entryPoints.isEmpty ? ["main.sc"] : bot.configuration.entryPoints
        configuration = bot.configuration
        for file in (try? FileManager.default.contentsOfDirectory(atPath: folder + "/Grammars/modules")) ?? [] {
            guard let bytes = FileManager.default.contents(atPath: folder + "/Grammars/modules/" + file) else {
                continue
            }
            let path = "@modules/" + file
            modules[String(file.dropLast(5))] = try? SourceFile.decode([UInt8](bytes), path: path).get()
        }
    }

    func link() {
        let paths = files.keys.sorted()
        let project = Project(
            name: name, folder: "", sourceFolder: sourceFolder, entryPoints: entryPoints, configuration: configuration,
            read: read, list: { folder in paths.filter { $0.hasPrefix(folder) } },
            systemModule: { modules[$0].map { .declared($0) } ?? .unknown(known: []) })
        _ = Linker.link(project)
    }

    private func read(_ path: String) -> Project.Content {
        guard let bytes = files[path] else { return .missing }
        guard case .success(let file) = SourceFile.decode(bytes, path: path) else { return .missing }
        return .text(file)
    }

    // MARK: Made up

    /// About so many lines: a sample script again and again, with other names.
    static func synthetic(lines: Int = 40_000) -> MemoryBot {
        var files: [String: [UInt8]] = [:]
        let count = max(1, lines / sample.count { $0 == "\n" })
        for number in 1...count {
            files["part\(number).sc"] = Array(sample.replacingOccurrences(of: "NAME", with: "Part\(number)").utf8)
        }
        let requires = (1...count).map { "require: part\($0).sc\n" }.joined()
        files["main.sc"] = Array(
            (requires + "\ntheme: /\n    state: Start\n        q!: $regex</start>\n        a: Hello!\n").utf8)
        return MemoryBot(name: "synthetic", sourceFolder: "", entryPoints: ["main.sc"], files: files)
    }

    private static let sample = #"""
        # Orders of NAME: what a caller can ask for, and how it is confirmed.
        patterns:
            $SizeNAME = (small:1 | medium:2 | (large/big):3)
            $CountNAME = $regexp<\d{1,3}> || converter = function(pt) { return parseInt(pt.text, 10); };
            $PoliteNAME = (please/kindly/(would|could) you [please])
            $DrinkNAME = (
                (tea/teas) |
                # the hot ones first
                (coffee/espresso/cappuccin*) |
                [orange/apple] juice
                )
            $ЗаказNAME = * {(закаж*/хочу/~купить) * (чай/кофе/~сок)} *

        theme: /NAME

            init:
                $global.priceNAME = function(size, count) {
                    return size * count * 1.5;
                };

            state: Order
                q!: * [$PoliteNAME] * {(order/want/like/get) * [$CountNAME] * [$SizeNAME] * $DrinkNAME} *
                q!: $ЗаказNAME
                event: unclear || fromState = /NAME/Order/Confirm
                script:
                    $session.order = {
                        drink: $parseTree.text,
                        size: $parseTree._SizeNAME || 2,
                        count: $parseTree._CountNAME || 1
                    };
                    // counted for the report
                    $client.orders = ($client.orders || 0) + 1;
                if: $session.order.count > 10
                    a: That is a lot. {{$session.order.count}} of them?
                    go!: ./Confirm
                elseif: $session.order.count === 0
                    a: None at all? \nThen I wait.
                else:
                    random:
                        a: Good choice!
                        a: With pleasure. || tts = "With +pleasure."
                    go!: ./Confirm

                state: Confirm || modal = true
                    a: So that is {{$session.order.count}} × {{$session.order.drink}},
                        {{$global.priceNAME($session.order.size, $session.order.count)}} in all. Right?
                    buttons:
                        "Yes" -> ./Yes
                        "No" -> /NAME/Order
                        "Call me back" -> /NAME/Later

                    state: Yes
                        q: * (yes/yep/right/correct/sure/[all] good) *
                        q: * (да|ага|верно|конечно|правильно|всё так) *
                        a: It is on its way.
                        go: /NAME/After

                    state: No
                        q: * (no/nope/wrong/not (right/correct)) *
                        q: * (нет|неверно|не так|ошибка) * $weight<1.2>
                        a: Let us begin again.
                        go!: /NAME/Order

                    state: Other || noContext = true
                        q: *
                        a: Please say yes or no.

            state: Later
                q!: * {(call/ring) * (me/us) * [back] * [later]} *
                q!: * (перезвон*|позвон*) * [мне] * [позже|потом] *
                script:
                    $dialer.redial({ startDateTime: new Date(), maxAttempts: 2 });
                    $dialer.hangUp();
                a: I will call you back.

            state: After
                q: * (thanks/thank you/спасибо) *
                a: You are welcome!
                timeout: ../Silence || interval = "10 seconds"

            state: Silence
                event: noInput
                a: Are you still there?

        """#
}
