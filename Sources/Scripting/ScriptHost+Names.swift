import BotModel
import FoundationEssentials
import JavaScript

extension ScriptHost {
    /// Every use of a global name in the bot's code, and what its start scripts declare. Nothing of it is run.
    ///
    /// Code with a syntax error has no names; `loadFailures` has the error.
    package func names(converters: [CodeUnit]) -> [ScriptName] { namesOfCode + names(in: names(of: converters)) }

    func names(of units: [CodeUnit]) -> [(file: String, uses: [NameUse])] { units.map { ($0.file, names(in: $0)) } }

    /// The uses in all these pieces, but for assignments to what one of them declares.
    func names(in pieces: [(file: String, uses: [NameUse])]) -> [ScriptName] {
        let uses = pieces.flatMap(\.uses)
        let declared = Set(uses.filter { $0.kind == .declared }.map(\.name))
        let existing = existing(Set(uses.map(\.name)))
        return pieces.flatMap { file, uses in
            uses.filter { $0.kind != .written || !declared.contains($0.name) }
                .compactMap { ScriptName($0, exists: existing.contains($0.name), file: file) }
        }
    }

    /// The services for which only a stand-in is there.
    package var missingServices: [String] {
        slot.beginTurn(now: 0) { _ in 0 }
        guard case .array(let names)? = try? slot.callGlobal("__ringback.missing", []) else { return [] }
        return names.compactMap(\.string)
    }

    func names(in script: StartScript) -> [NameUse] {
        switch script.kind {
        case .file: (try? slot.namesOfScript(script.text, file: script.file, firstLine: script.firstLine)) ?? []
        case .module: (try? slot.namesOfModule(script.text, file: script.file, firstLine: script.firstLine)) ?? []
        case .block:
            (try? slot.namesOfScript(script.text, file: script.file, firstLine: script.firstLine))
                ?? (try? slot.names(in: script.text, file: script.file, firstLine: script.firstLine, as: .block)) ?? []
        }
    }

    private func names(in unit: CodeUnit) -> [NameUse] {
        (try? slot.names(in: unit.text, file: unit.file, firstLine: unit.firstLine, as: unit.kind.codeKind)) ?? []
    }

    /// Those of the names that the loaded bot has as globals.
    private func existing(_ names: Set<String>) -> Set<String> {
        slot.beginTurn(now: 0) { _ in 0 }
        let list = ScriptValue.array(names.sorted().map { .string($0) })
        guard case .array(let found)? = try? slot.callGlobal("__ringback.existing", [list]) else { return [] }
        return PlatformNames.present.union(found.compactMap(\.string))
    }
}

extension ScriptName {
    fileprivate init?(_ use: NameUse, exists: Bool, file: String) {
        let kind: Use? =
            switch use.kind {
            case .read: .read
            case .typeof: .typeof
            case .written: .written
            case .declared: .declared
            case .deleted: nil
            }
        guard let kind else { return nil }
        self.init(
            name: use.name, use: kind, isCalled: use.isCalled, exists: exists, file: file, line: use.line,
            column: use.column)
    }
}
