import JavaScript
import Testing

/// What a program really asks the global object for must stand among the names that were found without running it.
@Suite struct NamePropertyTests {
    /// Each name is a global that notes who reads (`r`) and who writes (`w`) it.
    private static let prelude = """
        var noted = {};
        ['a', 'b', 'c', 'd', 'e', 'f'].forEach(function (name) {
            Object.defineProperty(globalThis, name, {
                get: function () { noted['r' + name] = 1; return function () { return 1 } },
                set: function () { noted['w' + name] = 1 }
            });
        });
        """

    @Test(arguments: 0..<40) func whatRunsWasFound(seed: UInt64) throws {
        let slot = try slot(prelude: Self.prelude)
        var programs = Programs(seed: seed)
        var reads = 0
        for _ in 0..<60 {
            slot.begin()
            let code = programs.program()
            guard let uses = try? slot.names(in: code, file: "a.js", firstLine: 1, as: .block) else { continue }
            _ = slot.failure(of: code)
            guard case .string(let noted) = try slot.value("Object.keys(noted).join(' ')") else { continue }
            let found = Set(uses.map { ($0.kind == .written ? "w" : "r") + $0.name })
            let missing = noted.split(separator: " ").map(String.init).filter { !found.contains($0) }
            #expect(missing.isEmpty, "\(code)")
            reads += noted.split(separator: " ").count
        }
        #expect(reads > 5)
    }

    @Test(arguments: 0..<20) func everyPlaceSpellsItsName(seed: UInt64) throws {
        let slot = try slot()
        var programs = Programs(seed: seed + 1000)
        for _ in 0..<60 {
            let code = programs.program()
            let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
            guard let uses = try? slot.namesOfScript(code, file: "a.js", firstLine: 1) else { continue }
            for use in uses {
                #expect(lines[use.line - 1].dropFirst(use.column - 1).hasPrefix(use.name), "\(use) in \(code)")
            }
        }
    }
}

/// Random programs without branches, in which every function is called.
private struct Programs {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func name() -> String { ["a", "b", "c", "d", "e", "f"][below(6)] }

    mutating func program() -> String { statements(depth: 0) }

    private mutating func statements(depth: Int) -> String {
        (0...below(4)).map { _ in "try { \(statement(depth: depth)) } catch (\(name())) { \(name()) }" }
            .joined(separator: "\n")
    }

    private mutating func statement(depth: Int) -> String {
        let inner = depth < 4 ? statements(depth: depth + 1) : name()
        switch below(13) {
        case 0: return "var \(name()) = \(expression(depth: depth)), \(name()) = 1;"
        case 1: return "let \(name()) = \(expression(depth: depth)); \(inner)"
        case 2: return "(function \(name())(\(name()), {\(name()) = \(name()), k: \(name())}) { \(inner) })(1, {k: 2});"
        case 3: return "((\(name()), \(name()) = \(expression(depth: depth))) => { \(inner) })();"
        case 4: return "{ \(inner) }"
        case 5: return "\(name()) = \(expression(depth: depth));"
        case 6: return "\(name())++; --\(name()); \(name()) += \(expression(depth: depth));"
        case 7: return "[\(name()), \(name())] = [\(name()), 'x']; ({\(name()), k: \(name())} = {});"
        case 8: return "for (\(name()) of [1]) { \(inner) } for (var \(name()) in {x: 1}) { \(inner) }"
        case 9: return "function \(name())() { \(inner) } \(name())();"
        case 10:
            return
                "class \(name()) { static m() { \(inner) } static p = \(name()); }; new (class { constructor() { \(inner) } })();"
        case 11: return "throw \(expression(depth: depth));"
        default: return "\(expression(depth: depth)); // \(name()) = 1"
        }
    }

    private mutating func expression(depth: Int) -> String {
        switch below(9) {
        case 0: "\(name()) + \(name())"
        case 1: "typeof \(name())"
        case 2: "({\(name()), \(name()): \(name()), [\(name())]: 1}).\(name())"
        case 3: "`\(name()) ${\(name())}`"
        case 4: "(\(name()) => \(name()))(\(name()))"
        case 5: "'\(name()) = 1', /\(name()) = [/]'/.test(\(name()))"
        case 6: "(\(name()) = \(name()))"
        case 7: "\(name())(\(name()), ...[\(name())])"
        default: name()
        }
    }
}
