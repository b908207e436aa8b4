import SourceText

/// Which files of system modules declare a pattern, for saying which `require` is missing.
struct SystemShelf {
    struct Home: Hashable {
        let module: String
        let file: String
    }

    private var homes: [String: [Home]] = [:]
    private let language: String?

    init(_ project: Project) {
        language = project.configuration.language
        guard case .unknown(let names) = project.systemModule("") else { return }
        for name in names {
            guard case .declared(let list) = project.systemModule(name) else { continue }
            for (path, file) in ModuleCatalog(list).files.sorted(by: { $0.key < $1.key }) {
                for pattern in file.patterns { homes[pattern, default: []].append(Home(module: name, file: path)) }
            }
        }
    }

    /// The files that declare it in the bot's language. A bot that names no language may mean the English one as well.
    func homes(of pattern: String) -> [Home] {
        let all = homes[pattern] ?? []
        let wanted = all.filter { Self.variant(of: $0.file) == Self.variants[language ?? ""] }
        if !wanted.isEmpty, language != nil { return wanted }
        let plain = all.filter { Self.variant(of: $0.file) == nil }
        let english = language == nil ? all.filter { Self.variant(of: $0.file) == "En" } : []
        return plain.isEmpty ? all : plain + english
    }

    private static let variants = ["en": "En", "kk": "Kz", "kz": "Kz"]

    /// `En` of `number/numberEn.sc`; `nil` for files of the first language.
    private static func variant(of file: String) -> String? {
        ["En", "Kz"].first { file.hasSuffix($0 + ".sc") }
    }
}

extension Diagnostic {
    /// The same about a name that a system module declares, with the `require` that is missing.
    func requiring(_ homes: [SystemShelf.Home]) -> Diagnostic {
        guard let home = homes.first else { return self }
        var diagnostic = self
        let files = homes.filter { $0.module == home.module }.prefix(3).map { "require: " + $0.file }
        diagnostic.hint =
            "The library `\(home.module)` has it: add \(Spelling.alternatives(Array(files)) ?? ""), and below it `module = \(home.module)`."
        return diagnostic
    }

    /// The same with that `require` as a fix, put before the byte `place` of its file.
    func fixed(requiring home: SystemShelf.Home, before place: Int) -> Diagnostic {
        fixed(
            "Require `\(home.file)`", replacing: SourceSpan(place, place),
            by: "require: \(home.file)\n    module = \(home.module)\n")
    }
}
