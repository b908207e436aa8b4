import CScriptSlot

extension ScriptSlot {
    /// The text of a module by its name: the path that a file was loaded by, or what an `import` makes of it (`./b.js` in
    /// `lib/a.js` is `lib/b.js`; what begins with neither `./` nor `../` stays as it is written).
    package typealias ModuleSource = (_ name: String) -> Result<String, ModuleRefusal>

    /// Why there is no such module, in words for the author who imports it.
    package struct ModuleRefusal: Error, Sendable, Hashable {
        package let message: String

        package init(_ message: String) { self.message = message }

        static let missing = ModuleRefusal("there is no such module")
    }

    /// Says where modules come from: those that `loadModule` names, and all that they import. It is asked once for each, also in a
    /// turn (`import(…)`), on the slot's thread.
    package func setModules(_ source: @escaping ModuleSource) { withLock { _ in moduleSource = source } }

    /// Runs an ES6 module with all that it imports, before the seal. What was loaded for another one is not run again.
    ///
    /// - Parameter global: the name by which scripts have what it exports by default, or all that it exports when there is no default.
    package func loadModule(_ name: String, as global: String?) throws(ScriptFailure) {
        try exclusively { () throws(ScriptFailure) in try importModule(name, as: global ?? "") }
    }

    func moduleText(_ name: String) -> HostAnswer {
        switch moduleSource(name) {
        case .failure(let refusal): return .exception(refusal.message)
        case .success(let text):
            sources.append(ScriptSource(code: text, file: name, firstLine: 1, turn: turn))
            return .computed(.string(text))
        }
    }
}
