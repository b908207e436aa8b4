/// The lines of a text that a new layout changes, as a unified diff that `patch` takes.
///
/// A layout keeps every line that holds something, in its order; so the lines pair up without a search.
struct LineDifference {
    private enum Step {
        case kept(String), removed(String), added(String)
    }

    private static let context = 3

    private let steps: [Step]
    private let oldEndsOpen: Bool
    private let newEndsOpen: Bool

    init(_ old: String, _ new: String) {
        let (oldLines, newLines) = (Self.lines(old), Self.lines(new))
        oldEndsOpen = !old.isEmpty && old.utf8.last != UInt8(ascii: "\n")
        newEndsOpen = !new.isEmpty && new.utf8.last != UInt8(ascii: "\n")
        steps = Self.steps(oldLines, newLines, endsDiffer: oldEndsOpen != newEndsOpen)
    }

    /// Splits at line feeds only: a carriage return is part of its line, as `patch` has it.
    private static func lines(_ text: String) -> [String] {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func steps(_ old: [String], _ new: [String], endsDiffer: Bool) -> [Step] {
        var steps: [Step] = []
        var (here, there) = (0, 0)
        while here < old.count || there < new.count {
            let isLast = here == old.count - 1 && there == new.count - 1
            if here < old.count, there < new.count, isSame(old[here], new[there]), !(isLast && endsDiffer) {
                steps.append(.kept(old[here]))
                here += 1
                there += 1
                continue
            }
            let isOldBlank = here < old.count && isBlank(old[here])
            let isNewBlank = there < new.count && isBlank(new[there])
            let removes = here < old.count && (isOldBlank || !isNewBlank)
            let adds = there < new.count && (isNewBlank || !isOldBlank)
            if removes { steps.append(.removed(old[here])) }
            if adds { steps.append(.added(new[there])) }
            here += removes ? 1 : 0
            there += adds ? 1 : 0
        }
        return steps
    }

    /// Byte by byte: strings count as equal that differ only in how an accent is written.
    private static func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

    private static func isBlank(_ line: String) -> Bool { line.utf8.allSatisfy { $0 <= 0x20 } }

    // MARK: Writing

    func unified(path: String) -> String {
        let hunks = hunks()
        guard !hunks.isEmpty else { return "" }
        var text = "--- \(path)\n+++ \(path)\n"
        var (position, oldLine, newLine) = (0, 1, 1)
        for hunk in hunks {
            for step in steps[position..<hunk.lowerBound] { advance(step, &oldLine, &newLine) }
            let (oldStart, newStart) = (oldLine, newLine)
            for step in steps[hunk] { advance(step, &oldLine, &newLine) }
            text += "@@ -\(Self.range(oldStart, oldLine)) +\(Self.range(newStart, newLine)) @@\n" + lines(of: hunk)
            position = hunk.upperBound
        }
        return text
    }

    private func advance(_ step: Step, _ oldLine: inout Int, _ newLine: inout Int) {
        switch step {
        case .kept:
            oldLine += 1
            newLine += 1
        case .removed: oldLine += 1
        case .added: newLine += 1
        }
    }

    /// An empty range stands after the line before it.
    private static func range(_ start: Int, _ end: Int) -> String {
        end == start ? "\(start - 1),0" : end - start == 1 ? "\(start)" : "\(start),\(end - start)"
    }

    /// Stretches of steps with changes, and the lines around them.
    private func hunks() -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, step) in steps.enumerated() {
            if case .kept = step { continue }
            let start = max(0, index - Self.context)
            let end = min(steps.count, index + 1 + Self.context)
            if let last = hunks.last, last.upperBound >= start {
                hunks[hunks.count - 1] = last.lowerBound..<end
            } else {
                hunks.append(start..<end)
            }
        }
        return hunks
    }

    /// In a run of changes what goes stands before what comes.
    private func lines(of hunk: Range<Int>) -> String {
        let lastOld = steps.lastIndex { if case .added = $0 { false } else { true } }
        let lastNew = steps.lastIndex { if case .removed = $0 { false } else { true } }
        var text = ""
        var added = ""
        for index in hunk {
            let isOpen = index == lastOld && oldEndsOpen || index == lastNew && newEndsOpen
            let ending = isOpen ? "\n\\ No newline at end of file\n" : "\n"
            switch steps[index] {
            case .added(let line): added += "+" + line + ending
            case .removed(let line): text += "-" + line + ending
            case .kept(let line):
                text += added + " " + line + ending
                added = ""
            }
        }
        return text + added
    }
}
