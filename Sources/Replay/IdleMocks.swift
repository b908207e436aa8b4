/// A `<mockData>` of a case.
struct DeclaredMock: Sendable, Hashable {
    let line: Int
    /// What it waits for: `GET https://example.com/…`.
    let request: String
    /// Whether the whole case was played and nothing asked for it.
    var isIdle = false
}

extension TalkCase {
    var mocks: [DeclaredMock] {
        steps.compactMap { step in
            guard case .preparation(.web(let mock)) = step.kind else { return nil }
            return DeclaredMock(line: step.line, request: mock.request)
        }
    }
}

extension CaseResult {
    /// - Parameter lines: where the mocks stand that have answered.
    mutating func markIdleMocks(answering lines: Set<Int>) {
        for index in mocks.indices { mocks[index].isIdle = !lines.contains(mocks[index].line) }
    }
}

extension TestReport {
    private static let mostToldMocks = 3

    /// A line for each test file with mocks that no case of it has asked for: often an address that the bot does not use any more.
    package var idleMocks: [String] {
        var files: [String] = []
        for result in results where files.last != result.file && !result.mocks.isEmpty { files.append(result.file) }
        return files.compactMap(idleMocks)
    }

    /// A mock at the root stands in each case, and is at work when one of them has asked for it.
    private func idleMocks(of file: String) -> String? {
        let mocks = results.filter { $0.file == file }.flatMap(\.mocks)
        let working = Set(mocks.filter { !$0.isIdle }.map(\.line))
        var idle: [DeclaredMock] = []
        for mock in mocks where !working.contains(mock.line) && idle.last != mock && !idle.contains(mock) {
            idle.append(mock)
        }
        guard let first = idle.first else { return nil }
        let told = idle.prefix(Self.mostToldMocks).map { "`\($0.request)` (line \($0.line))" }
        let more = idle.count > told.count ? " and \(idle.count - told.count) more" : ""
        return "\(file):\(first.line): warning: nothing asks for the mock \(told.joined(separator: ", "))\(more)."
    }
}
