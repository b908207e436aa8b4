import Conversations
import FoundationEssentials

/// The steps of a traced turn as people read them.
enum TraceText {
    static func line(for step: TraceStep) -> String {
        switch step {
        case .transition(let from, let to, isDeferred: false): "on to \(to), from \(from)"
        case .transition(let from, let to, isDeferred: true): "waits in \(to), sent there by \(from)"
        case .script(let run):
            [name(of: run.kind) + place(of: run) + value(of: run.kind), time(run.seconds), size(run.bytes)]
                .joined(separator: ", ")
        }
    }

    static func line(for change: VariableChange) -> String {
        let name = change.name.shownOnOneLine
        return switch (change.before?.shortened, change.after?.shortened) {
        case (let before?, let after?): "\(name): \(before) → \(after)"
        case (nil, let after?): "\(name): new, \(after)"
        case (let before, nil): "\(name): gone, was \(before ?? "nothing")"
        }
    }

    private static func name(of kind: ScriptRun.Kind) -> String {
        switch kind {
        case .block: "script"
        case .condition: "if"
        case .expression: "{{ }}"
        case .handler(let phase): "handler of " + phase
        }
    }

    private static func place(of run: ScriptRun) -> String { run.file.isEmpty ? "" : " \(run.file):\(run.line)" }

    private static func value(of kind: ScriptRun.Kind) -> String {
        guard case .condition(let value?) = kind else { return "" }
        return " is \(value)"
    }

    /// `210 µs`, `2.1 ms`, `340 ms`
    private static func time(_ seconds: Double) -> String {
        seconds < 0.001
            ? JSONValue.number(seconds * 1e6, decimals: 0).text + " µs"
            : JSONValue.number(seconds * 1000, decimals: seconds < 0.1 ? 1 : 0).text + " ms"
    }

    /// `80 bytes`, `1.4 KB`
    private static func size(_ bytes: Int) -> String {
        bytes < 1000
            ? "\(bytes) bytes"
            : JSONValue.number(Double(bytes) / 1000, decimals: bytes < 100_000 ? 1 : 0).text + " KB"
    }
}

extension ConversationState {
    /// What scripts keep that is another in a later state.
    func changes(to next: ConversationState) -> [VariableChange] {
        VariableChange.all(of: "$session", from: session, to: next.session)
            + VariableChange.all(of: "$client", from: client, to: next.client)
    }
}
