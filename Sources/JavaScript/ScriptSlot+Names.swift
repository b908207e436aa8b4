import CScriptSlot

extension ScriptSlot {
    /// The names that code uses and does not declare. Nothing is run or kept.
    ///
    ///     try slot.names(in: "var a = b + typeof c", file: "main.sc", firstLine: 1, as: .block)     // b read, c typeof
    ///
    /// Which names these are is what the engine itself found when it compiled the code, so no rule of scopes is known here.
    package func names(
        in code: String, file: String, firstLine: Int, as kind: CodeKind
    ) throws(ScriptFailure) -> [NameUse] {
        let source = ScriptSource(code: code, file: file, firstLine: firstLine, turn: turn)
        return try names(in: source, text: source.wrapped(as: kind))
    }

    /// The same for a script as `load` takes it: what its top level declares is global, and listed as `.declared`.
    package func namesOfScript(
        _ code: String, file: String, firstLine: Int
    ) throws(ScriptFailure) -> [NameUse] {
        try names(in: ScriptSource(code: code, file: file, firstLine: firstLine, turn: turn), text: "\n" + code)
    }

    /// The same for an ES6 module. What it imports is not looked for, and declared by it.
    package func namesOfModule(
        _ code: String, file: String, firstLine: Int
    ) throws(ScriptFailure) -> [NameUse] {
        let source = ScriptSource(code: code, file: file, firstLine: firstLine, turn: turn)
        return try names(in: source, text: "\n" + code, by: SCRIPT_CORE_MODULE)
    }

    private func names(
        in source: ScriptSource, text: String, by operation: ScriptCoreOperation = SCRIPT_CORE_NAMES
    ) throws(ScriptFailure) -> [NameUse] {
        let list = try exclusively { () throws(ScriptFailure) in
            value(of: try request(operation, text, of: source))
        }
        guard case .array(let values) = list else { return [] }
        var places = NamePlaces(source)
        let uses = stride(from: 0, to: values.count - values.count % 4, by: 4).compactMap { start -> NameUse? in
            guard case .string(let name) = values[start], case .number(let use) = values[start + 1],
                case .number(let line) = values[start + 2], case .number(let column) = values[start + 3],
                let kind = NameUse.Kind(ScriptCoreUse(UInt32(use)))
            else { return nil }
            return places.use(of: name, kind, line: Int(line), byteColumn: Int(column))
        }
        let mayGiveMembers = uses.contains { $0.kind == .read && NamePlaces.globalObjects.contains($0.name) }
        return mayGiveMembers ? uses + places.globalMembers() : uses
    }
}

extension NameUse.Kind {
    fileprivate init?(_ use: ScriptCoreUse) {
        switch use {
        case SCRIPT_USE_READ: self = .read
        case SCRIPT_USE_TYPEOF: self = .typeof
        case SCRIPT_USE_WRITTEN: self = .written
        case SCRIPT_USE_DELETED: self = .deleted
        case SCRIPT_USE_DECLARED: self = .declared
        default: return nil
        }
    }
}
