import Foundation

/// What simulated callees say: callers with a blank line between them, a line an act as in piped calls (`@silence`, `@dtmf 1` …).
///
/// `# in a hurry ×3` above a caller names it and makes it three times as likely.
struct CallerBook {
    struct Caller: Hashable {
        var name: String
        var weight: Int
        /// As piped calls write them.
        var acts: [String]
    }

    let callers: [Caller]

    init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Trouble(
                .inputOutput, "--callers: the file \(path) cannot be read.",
                hint: "It holds what callees say, a line each, with a blank line between callers.")
        }
        try self.init(text: text, path: path)
    }

    init(text: String, path: String) throws {
        var callers: [Caller] = []
        var current: Caller?
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmed }
        for (index, line) in (lines + [""]).enumerated() {
            if line.isEmpty {
                if let done = current, !done.acts.isEmpty { callers.append(done) }
                current = nil
            } else if line.hasPrefix("#") {
                current = Self.caller(named: String(line.dropFirst()).trimmed)
            } else {
                current = current ?? Caller(name: "caller \(callers.count + 1)", weight: 1, acts: [])
                do throws(MalformedAct) {
                    if try CallerAct.reading(line) != nil { current?.acts.append(line) }
                } catch {
                    throw Trouble.badInput("\(path), line \(index + 1): \(error.message)")
                }
            }
        }
        guard !callers.isEmpty else {
            throw Trouble.badInput(
                "\(path) has no callers.", hint: "Write what a callee says, a line each: `call me back in an hour`.")
        }
        self.callers = callers
    }

    private static func caller(named text: String) -> Caller {
        guard let sign = text.lastIndex(of: "×"),
            let weight = Int(text[text.index(after: sign)...].trimmingCharacters(in: .whitespaces)), weight > 0
        else {
            return Caller(name: text, weight: 1, acts: [])
        }
        return Caller(name: String(text[..<sign]).trimmed, weight: weight, acts: [])
    }

    /// The caller that some bits draw.
    func caller(for bits: UInt64) -> Caller {
        var rest = Int(bits % UInt64(callers.reduce(0) { $0 + $1.weight }))
        for caller in callers {
            if rest < caller.weight { return caller }
            rest -= caller.weight
        }
        return callers[0]
    }
}
