import BotModel
import SourceText
import Testing

/// What leads from state to state, as the files say it.
@Suite struct BotTransitionTests {
    private func transitions(_ script: String) -> [String] {
        let file = SourceFile(path: "main.sc", text: script)
        let project = Project(name: "bot", folder: "", sourceFolder: "", entryPoints: ["main.sc"]) { _ in .text(file) }
        return Linker.link(project).0.transitions.map { transition in
            let (from, to) = (transition.from?.description ?? "-", transition.to?.description ?? "?")
            return "\(transition.line) \(transition.kind.rawValue) \(from) \(to)"
        }
    }

    @Test func everyTagThatLeadsOnIsFound() {
        let found = transitions(
            """
            theme: /
                state: A
                    q!: hello
                    a: Hi || bargeInTransition = /B
                    buttons:
                        "On" -> /B
                        {text: "Back", transition: "/A"}
                    timeout: ./C || interval = 5
                    if: $session.x
                        go!: /B
                    else:
                        random:
                            go: ./C
                            go!: {{ $session.next }}
                    state: C
                        q: on
                state: B
            """)
        #expect(
            found == [
                "4 bargeIn /A /B", "5 button /A /B", "5 button /A /A", "8 timeout /A /A/C", "10 go! /A /B",
                "13 go /A /A/C", "14 go! /A ?", "3 rule - /A", "16 rule /A /A/C",
            ])
    }

    @Test func plainPathsInCodeAreFoundAtTheirLines() {
        let found = transitions(
            """
            theme: /
                init:
                    function away() { $reactions.transition("/B"); }
                state: A
                    a: {{ $reactions.transition("../B") }}
                    script:
                        // $reactions.transition("/B")
                        $reactions.transition($session.x === "x" ? "/A" : '/B');
                        $reactions.transition({ value: "/B", deferred: true });
                        $reactions.transition("/Lesson/" + 1);
                        $temp.targetState = "/B";
                        $reactions.timeout({ interval: 5, targetState: "/B" });
                        var o = { text: "/B" };
                state: B
            """)
        #expect(
            found == [
                "5 script /A /B", "8 script /A /A", "8 script /A /B", "9 script /A /B", "11 script /A /B",
                "12 script /A /B", "3 script - /B",
            ])
    }
}
