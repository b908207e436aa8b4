import BotModel
import SourceText

/// What of a bot its tests visit, in numbers, and what they do not.
///
/// Libraries are left out: their tests are elsewhere.
package struct CoverageReport: Sendable {
    /// A state, rule or transition that no test visits.
    package struct Gap: Sendable, Hashable {
        /// `state`, `rule`, or the kind of a transition.
        package let kind: String
        /// The state; of a rule or transition the one that it leads to.
        package let state: String?
        package let from: String?
        package let written: String
        package let file: String
        package let line: Int
    }

    /// How many of them there are and how many were visited.
    package struct Count: Sendable, Hashable {
        package var visited = 0
        package var all = 0

        /// Takes one more, and says whether it was visited.
        fileprivate mutating func counts(_ isVisited: Bool) -> Bool {
            all += 1
            if isVisited { visited += 1 }
            return isVisited
        }

        /// `12 of 15 (80 %)`
        package var text: String { "\(visited) of \(all)" + (all > 0 ? " (\(visited * 100 / all) %)" : "") }
    }

    package let bot: String
    package private(set) var states = Count()
    package private(set) var rules = Count()
    package private(set) var transitions = Count()
    /// States, then rules, then transitions, each in the order of the files.
    package private(set) var gaps: [Gap] = []

    package init(_ coverage: TestCoverage, of bot: Bot) {
        self.bot = bot.name
        for state in bot.states where Self.isOwn(state.place.file) {
            guard !states.counts(coverage.states.contains(state.path)) else { continue }
            gaps.append(
                Gap(
                    kind: "state", state: state.path.description, from: nil, written: "", file: state.place.file,
                    line: state.place.line))
        }
        let all = bot.transitions.enumerated().filter { Self.isOwn($1.file) }
        for (_, transition) in all where transition.kind == .rule {
            let isVisited = transition.rule.map { coverage.rules.contains($0) } ?? false
            if !rules.counts(isVisited) { gaps.append(Self.gap(transition, kind: "rule")) }
        }
        for (number, transition) in all where transition.kind != .rule {
            let isVisited = coverage.transitions.contains(number)
            if !transitions.counts(isVisited) { gaps.append(Self.gap(transition, kind: transition.kind.rawValue)) }
        }
    }

    private static func isOwn(_ file: String) -> Bool { !file.hasPrefix("modules/") && !file.hasPrefix("@") }

    private static func gap(_ transition: BotTransition, kind: String) -> Gap {
        Gap(
            kind: kind, state: transition.to?.description, from: transition.from?.description,
            written: transition.written, file: transition.file, line: transition.line)
    }
}

// MARK: - As text and records

extension CoverageReport {
    /// The numbers on one line, then a line a gap.
    ///
    /// - Parameter path: a file of the bot as it is to be shown.
    package func lines(path: (String) -> String) -> [String] {
        let head = "\(bot): states \(states.text), rules \(rules.text), transitions \(transitions.text)"
        return [head] + gaps.map { "  \(path($0.file)):\($0.line): not visited: " + $0.words }
    }

    /// `{"type":"gap",…}` for each gap, then `{"type":"coverage",…}`.
    package func records(path: (String) -> String) -> [String] {
        let counts = [("states", states), ("rules", rules), ("transitions", transitions)].map { name, count in
            "\"\(name)\":{\"visited\":\(count.visited),\"all\":\(count.all)}"
        }
        let name = "\"bot\":\(JSONText.quoted(bot))"
        let head = "{\"type\":\"coverage\",\(name),\(counts.joined(separator: ","))}"
        return gaps.map { "{\"type\":\"gap\",\(name),\($0.fields(file: path($0.file)))}" } + [head]
    }
}

extension CoverageReport.Gap {
    fileprivate var words: String {
        switch kind {
        case "state": "state \(state ?? "?")"
        case "rule": "\(written)   into \(state ?? "?")" + (from.map { ", heard in \($0)" } ?? "")
        default: "\(kind): \(written)   from \(from ?? "code")"
        }
    }

    fileprivate func fields(file: String) -> String {
        let texts = [("state", state), ("from", from), ("written", kind == "state" ? nil : written)].map { name, text in
            "\"\(name)\":\(text.map(JSONText.quoted) ?? "null")"
        }
        return
            (["\"kind\":\(JSONText.quoted(kind))"] + texts + ["\"file\":\(JSONText.quoted(file))", "\"line\":\(line)"])
            .joined(separator: ",")
    }
}
