import BotModel
import ScriptChecks
import SourceText
import TestClock
import Testing

/// No check may grow faster than the bot.
@Suite struct LinearTimeTests {
    @Test(arguments: BigBot.all)
    func theTimeGrowsWithTheBot(_ bot: BigBot) {
        let (small, big) = (checking(bot.text(1)), checking(bot.text(4)))
        // Quadratic work would take sixteen times as long.
        #expect(big < small * 10 + .milliseconds(200), "\(bot.name): \(small), four times as long: \(big)")
    }

    @Test func everyCheckCopesWithBrokenText() {
        let text =
            "theme: /\n  state: A\n   q!: [(\n   go!: {{\n   script: $reactions.transition(\"\n   $dialer.redial({a:\n   if: = (\n   buttons:\n    \"x\" ->\n"
        for end in text.indices {
            let (bot, sources, _) = Linker.linkWithSources(project(["main.sc": String(text[..<end])]))
            let checked = CheckedBot(bot: bot, sources: sources)
            _ = Allowances(of: bot, sources).applied(to: ScriptChecks.findings(in: checked))
        }
    }

    /// The shorter of two runs; what is linked is linked before.
    private func checking(_ text: String) -> Duration {
        let (bot, sources, _) = Linker.linkWithSources(project(["main.sc": text]))
        let times = (0..<2).map { _ in
            processorTime {
                let checked = CheckedBot(bot: bot, sources: sources)
                _ = Allowances(of: bot, sources).applied(to: ScriptChecks.findings(in: checked))
            }
        }
        return times.min() ?? .zero
    }
}

/// A bot that can be made as large as one likes; `%` stands for the number of a part, `@` for that of the next.
struct BigBot: Sendable, CustomTestStringConvertible {
    let name: String
    let head: String
    let repeated: String
    var tail = ""
    let count: Int

    var testDescription: String { name }

    func text(_ times: Int) -> String {
        let parts = (0..<(count * times)).map { number in
            repeated.contains("%")
                ? repeated.replacing("%", with: String(number)).replacing("@", with: String(number + 1)) : repeated
        }
        return head + parts.joined() + tail + "\n"
    }

    private static let script = "theme: /\n    state: A\n        script: "

    private static let nested =
        "theme: /\n" + (1...450).map { String(repeating: " ", count: $0) + "state: A\n" }.joined()

    /// A state that finds something in nearly every check: unknown targets, unset fields, rings, duplicates, nested modal states.
    private static let state = """
            state: State%
                q!: (word%/word%) *
                q: same
                a: Number {{$session.field%}}
                script: $reactions.transition("/Nowhere%"); $session.set% = "/Text%" + 1;
                if: $session.size = %
                    go!: /State@
                state: Child || modal = true
                    a: Alone, {$session.x}.
                    # ringback: allow check/unreachable-state
                    state: Deep%
                        a: Deeper.

        """

    /// Rules with words in common, each with answers of its own that take any text or a word that all have.
    private static let rivals = """
            state: Rule%
                q!: * (shared|word%) [other@] *
                intent!: /intent%
                a: Well?
                state: Yes
                    q: * [oh] (yes|shared) *
                    a: Good.
                state: Any
                    q: *
                    a: Fine.

        """

    static let all = [
        BigBot(name: "rules with words in common", head: "theme: /\n", repeated: rivals, count: 80),
        BigBot(name: "states", head: "theme: /\n", repeated: state, count: 400),
        BigBot(name: "open insertions", head: "theme: /\n    state: A\n        a: ", repeated: "{{ /[ ", count: 2000),
        BigBot(name: "choices", head: script, repeated: "x ? \"a\" : ", count: 2000),
        BigBot(name: "open brackets", head: script, repeated: "(/[ ", count: 2000),
        BigBot(name: "a condition", head: "theme: /\n    state: A\n        if: ", repeated: "(/[ ", count: 2000),
        BigBot(
            name: "buttons", head: "theme: /\n    state: A\n        buttons:\n            \"", repeated: "{{",
            count: 2500),
        BigBot(
            name: "a long name", head: script + "$reactions.transition(\"/B\" + x);\n        q!: a\n    state: ",
            repeated: "A", tail: "\n        a: Hello.", count: 15_000),
        BigBot(
            name: "unread lines in deep states", head: nested,
            repeated: String(repeating: " ", count: 452) + "x\n", count: 1500),
        BigBot(name: "a long key", head: script + "x = \"Bearer ", repeated: "a1b1", tail: "\";", count: 4000),
        BigBot(name: "open redials", head: script, repeated: "$dialer.redial(a ", count: 1500),
        BigBot(
            name: "members of a redial", head: script + "$dialer.redial({", repeated: "a%: 1, b%: f(), ",
            tail: "});", count: 1000),
        BigBot(
            name: "redials in a chain of states", head: "theme: /\n",
            repeated: "    state: S%\n        script: $dialer.redial(x);\n        go!: /S@\n", count: 400),
        BigBot(
            name: "redials in one script", head: script, repeated: "$dialer.redial(x); ", count: 1000),
        BigBot(name: "a long chain of fields", head: script + "x = $session", repeated: ".session", count: 2000),
    ]
}
