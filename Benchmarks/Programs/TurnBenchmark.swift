import BotModel
import BotRuntime
import Conversations
import Foundation
import SourceText

/// A turn with a script block against one without.
func benchTurns(of path: String) throws {
    let plain = try TurnBenchmark(BotLoader.load(path).0)
    let quiet = plain.median(of: "purple elephants")
    let scripted = plain.median(of: "please call me back in an hour")
    show("turn with a script block (redial + hangUp)", scripted * 1e6, "µs", scripted / quiet, "a turn without script")
    show("turn without script", quiet * 1e6, "µs", quiet / scripted, "a turn with one")
    let tenLines = try TurnBenchmark(ScriptedBot.bot(functions: 0))
    let small = tenLines.median(of: "my name is ann")
    show("turn with a block of ten lines", small * 1e6, "µs", small / quiet, "a turn without script")
    showBar("at most 50 µs", small <= 50e-6)
    tenLines.showCopied()
    let hop = tenLines.medianWithHop(of: "my name is ann")
    show("the same asked from another thread", hop * 1e6, "µs", hop / small, "the turn itself")
    let crowded = try TurnBenchmark(ScriptedBot.bot(functions: 300))
    let shared = crowded.median(of: "my name is ann")
    show("the same beside 300 shared functions", shared * 1e6, "µs", shared / small, "without them")
    showBar("at most 120 µs", shared <= 120e-6)
    crowded.showCopied()
}

/// Turns of one bot.
struct TurnBenchmark {
    private let runtime: BotRuntime

    init(_ bot: Bot) throws { runtime = try BotRuntime(bot: bot) }

    /// How much of the scripts' memory turns write.
    func showCopied() {
        let copied = Double(runtime.copiedScriptBytes) / 1024, all = Double(runtime.scriptBytes) / 1024
        show("copied back before a turn", copied, "KiB", copied / all, "the scripts' memory")
    }

    /// Seconds of a turn on the scripts' thread: state and text in, state (as it is kept) and replies out.
    func median(of text: String) -> Double { runtime.onScriptThread { medianWithHop(of: text) } }

    /// The same with the change of threads that a caller from elsewhere pays.
    func medianWithHop(of text: String) -> Double {
        let call = CallFacts(number: "+16500000000")
        let now = Date(timeIntervalSince1970: 1_795_424_400)
        var random = RandomSource.queue([])
        let state = ConversationState(session: #"{"visits":3,"items":["a","b","c"]}"#, client: #"{"name":"Ann"}"#)
        return Benchmarks.median(
            (0..<5000).map { _ in
                seconds { _ = runtime.turn(state, .text(text), in: call, at: now, random: &random) }
            })
    }
}

/// A bot whose answer is made by a block of ten lines, beside as many shared functions as wanted.
enum ScriptedBot {
    static func bot(functions: Int) throws -> Bot {
        let texts = ["main.sc": script(functions), "shared.js": shared(functions)]
        let project = Project(name: "scripted", folder: "", sourceFolder: "", entryPoints: ["main.sc"]) { path in
            texts[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing
        }
        return Linker.link(project).0
    }

    private static func script(_ functions: Int) -> String {
        (functions > 0 ? "require: shared.js\n" : "") + """
            theme: /
                state: Name
                    q!: * my name is *
                    script:
                        var words = $request.query.split(" ");
                        var name = words[words.length - 1];
                        $client.name = name.charAt(0).toUpperCase() + name.slice(1);
                        $session.visits = ($session.visits || 0) + 1;
                        $session.items = $session.items || [];
                        $session.items.push({ name: $client.name, visit: $session.visits });
                        if ($session.items.length > 5) {
                            $session.items = $session.items.slice(-5);
                        }
                        $temp.greeting = "Hello, " + $client.name;
                    a: {{$temp.greeting}}! You are here for the {{$session.visits}}th time.
            """
    }

    private static func shared(_ functions: Int) -> String {
        (0..<functions).map { number in
            """
            // Adds up what is known of item \(number).
            function shared\(number)(items, limit) {
                var total = 0;
                for (var index = 0; index < items.length && index < limit; index++) {
                    var item = items[index];
                    if (item.kind === "kind\(number)") { total += item.price * (1 + item.tax / 100); }
                }
                return { total: total, text: "item \(number): " + total.toFixed(2) };
            }
            """
        }.joined(separator: "\n")
    }
}
