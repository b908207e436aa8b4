import BotModel
import Conversations
import JavaScript

/// What a slot holds before its first turn: libraries, the bot's data, its files and `init:` blocks, and all its blocks compiled.
extension ScriptHost {
    func loadBot(with shelf: ScriptShelf) {
        let modules = ModuleShelf(bot)
        slot.setModules(modules.source)
        let missing = ScriptLibrary.used(by: bot, modules).filter { !load($0, from: shelf) }
        missingLibraries = missing
        stand(in: PlatformNames.absent.sorted().map { ($0, Self.message(forAbsent: $0)) })
        stand(in: missing.map { ($0.name, $0.missingMessage) })
        let data = ScriptValue.object(bot.data.map { ScriptValue.Member($0.name, .string($0.json)) })
        attempt { () throws(ScriptFailure) in
            _ = try slot.callGlobal("__ringback.load", [.string(bot.configuration.injector), data])
        }
        for script in bot.startScripts { attempt { () throws(ScriptFailure) in try load(script) } }
        blocks = bot.code.map { unit in
            do throws(ScriptFailure) {
                return .success(
                    try slot.compile(unit.text, file: unit.file, firstLine: unit.firstLine, as: unit.kind.codeKind))
            } catch {
                loadFailures.append(withSource(TurnFailure(error)))
                return .failure(error)
            }
        }
    }

    private static func message(forAbsent name: String) -> String {
        name == "$storage"
            ? "$storage keeps temporary files on the platform's servers, and here scripts have no files; keep data in $session or $client"
            : "\(name) is not part of this version of Ringback"
    }

    private func stand(in services: [(name: String, message: String)]) {
        let list = services.map {
            ScriptValue.object([.init("name", .string($0.name)), .init("message", .string($0.message))])
        }
        attempt { () throws(ScriptFailure) in _ = try slot.callGlobal("__ringback.stand", [.array(list)]) }
    }

    /// Whether the library is there and was loaded.
    private func load(_ library: ScriptLibrary, from shelf: ScriptShelf) -> Bool {
        guard let texts = shelf.texts(of: library, language: bot.language) else { return false }
        do throws(ScriptFailure) {
            for text in texts + [library.ending] {
                try slot.load(text, file: World.filePrefix + library.module, firstLine: 1)
            }
            return true
        } catch { return false }
    }

    private func load(_ script: StartScript) throws(ScriptFailure) {
        switch script.kind {
        case .file:
            do throws(ScriptFailure) {
                try slot.load(script.text, file: script.file, firstLine: script.firstLine)
            } catch { throw explained(error, of: script) }
        case .block: try loadBlock(script)
        case .module: try slot.loadModule(script.file, as: script.name)
        }
    }

    /// Runs an `init:` block as a file, so that all scripts see its functions and variables.
    ///
    /// Nobody has written down whether they do; a block that returns, or declares a name that a file before has, is on its own.
    private func loadBlock(_ script: StartScript) throws(ScriptFailure) {
        do {
            try slot.load(script.text, file: script.file, firstLine: script.firstLine)
        } catch {
            guard error.message.hasPrefix("SyntaxError: ") else { throw error }
            try slot.loadBlock(script.text, file: script.file, firstLine: script.firstLine)
        }
    }

    /// Says of a module that is loaded as a plain file what it is, which the engine does not.
    private func explained(_ failure: ScriptFailure, of script: StartScript) -> ScriptFailure {
        let isModule = { () -> Bool in
            (try? self.slot.namesOfModule(script.text, file: script.file, firstLine: script.firstLine)) != nil
        }
        guard failure.kind == .syntax, ["import", "export"].contains(where: script.text.contains), isModule() else {
            return failure
        }
        var failure = failure
        failure.message = ScriptFailure.moduleAsFile
        return failure
    }

    private func attempt(_ body: () throws(ScriptFailure) -> Void) {
        do { try body() } catch { loadFailures.append(withSource(TurnFailure(error))) }
    }

    /// The failure with the line of the bot that it points at.
    func withSource(_ failure: TurnFailure) -> TurnFailure {
        var failure = failure
        if failure.sourceLine == nil, let line = failure.line, let file = failure.file.flatMap({ bot.files[$0] }),
            line >= 1, line <= file.lineStarts.count
        {
            failure.sourceLine = String(file.line(line).prefix(Self.longestLine))
        }
        return failure.withCalledName
    }

    /// More of a line of code is not shown.
    private static let longestLine = 500
}
