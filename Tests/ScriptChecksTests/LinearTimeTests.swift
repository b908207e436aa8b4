import BotModel
import ScriptChecks
import SourceText
import Testing

/// No check may grow faster than the bot.
@Suite struct LinearTimeTests {
    @Test func aBotFiveTimesAsLargeTakesNotMuchLonger() {
        let small = bot(states: 1000)
        let large = bot(states: 5000)
        _ = time(small)
        let once = time(small)
        let fiveTimes = time(large)
        // Quadratic work would take 25 times as long.
        #expect(fiveTimes < once * 14 + .milliseconds(50))
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

    /// Long lines of what looks on to the end of the line each time: a second each would be far too long.
    @Test(arguments: [
        ("        a: ", "{{ /[ ", 8_000),
        ("        script: ", "x ? \"a\" : ", 8_000),
        ("        script: ", "(/[ ", 8_000),
        ("        if: ", "(/[ ", 8_000),
        ("        buttons:\n            \"", "{{", 10_000),
    ])
    func aLongLineIsNoTrap(_ head: String, _ repeated: String, _ count: Int) {
        let text = "theme: /\n    state: A\n" + head + String(repeating: repeated, count: count) + "\n"
        let taken = ContinuousClock().measure {
            let (bot, sources, _) = Linker.linkWithSources(project(["main.sc": text]))
            _ = ScriptChecks.findings(in: CheckedBot(bot: bot, sources: sources))
        }
        #expect(taken < .seconds(30), "quadratic work takes minutes in a debug build")
    }

    @Test func aLongNameIsNoTrap() {
        let name = String(repeating: "A", count: 60_000)
        let text = """
            theme: /
                state: Start
                    q!: hello
                    script: $reactions.transition("/Other" + $session.number);
                state: \(name)
                    a: Hello.
            """
        let (bot, sources, _) = Linker.linkWithSources(project(["main.sc": text]))
        let taken = ContinuousClock().measure {
            #expect(
                ScriptChecks.findings(in: CheckedBot(bot: bot, sources: sources)).contains {
                    $0.code == "check/unreachable-state"
                })
        }
        #expect(taken < .seconds(20), "quadratic work takes minutes in a debug build")
    }

    private func time(_ linked: (Bot, BotSources)) -> Duration {
        ContinuousClock().measure {
            let checked = CheckedBot(bot: linked.0, sources: linked.1)
            _ = Allowances(of: linked.0, linked.1).applied(to: ScriptChecks.findings(in: checked))
        }
    }

    /// States that find something in nearly every check: unknown targets, unset fields, rings, duplicates, nested modal states.
    private func bot(states: Int) -> (Bot, BotSources) {
        var text = "theme: /\n"
        for number in 0..<states {
            text += """
                    state: State\(number)
                        q!: (word\(number)/word\(number)) *
                        q: same
                        a: Number {{$session.field\(number)}}
                        script: $reactions.transition("/Nowhere\(number)"); $session.set\(number) = "/Text\(number)" + 1;
                        if: $session.size = \(number)
                            go!: /State\((number + 1) % states)
                        state: Child || modal = true
                            a: Alone, {$session.x}.
                            # ringback: allow check/unreachable-state
                            state: Deep\(number)
                                a: Deeper.

                """
        }
        let (bot, sources, _) = Linker.linkWithSources(project(["main.sc": text]))
        return (bot, sources)
    }
}
