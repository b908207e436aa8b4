import JavaScript
import Testing

@Suite struct NameTests {
    /// `code`, then what it uses and does not declare: `name` and a letter, `r`ead, `c`alled, `t`ypeof, `w`ritten, `d`eleted,
    /// with its line and column.
    static let blocks: [(String, String)] = [
        ("a", "a:r1:1"),
        ("var a = b + typeof c; d(a); new E", "b:r1:9 c:t1:20 d:c1:23 E:r1:33"),
        ("x = 1", "x:w1:1"),
        ("x += y; z++; --w", "x:r1:1 x:w1:1 y:r1:6 z:r1:9 z:w1:9 w:r1:16 w:w1:16"),
        ("x = x + f(x)", "x:r1:5 f:c1:9 x:r1:11 x:w1:1"),
        ("x = 'x = ' + y // x = 2\nz", "y:r1:14 x:w1:1 z:r2:1"),
        ("a.b.c(d).e = f; a['g']", "a:r1:1 d:r1:7 f:r1:14 a:r1:17"),
        ("({a: b, c: {d: e}, 'f': g, get h() { return i }, [j]: k})", "b:r1:6 e:r1:16 g:r1:25 j:r1:51 k:r1:55 i:r1:45"),
        ("({a, b})", "a:r1:3 b:r1:6"),
        ("f(a); function f(a) { return g(a) }", "a:r1:3 g:c1:30"),
        ("var f = function g(a, b) { g(arguments, this, c) }", "c:r1:47"),
        ("var f = (a, {b, c: [d]}, ...e) => a + b + c + d + e", "c:r1:43"),
        ("var f = (a = b, c = a) => c; var g = async h => await h(i)", "b:r1:14 i:r1:57"),
        ("try { a() } catch (e) { e; b } finally { e }", "a:c1:7 b:r1:28 e:r1:42"),
        ("try { } catch { a }", "a:r1:17"),
        ("for (var i = 0; i < n; i++) { j = i }", "n:r1:21 j:w1:31"),
        ("for (x in o) x; for (let y of p) y; y", "o:r1:11 x:w1:6 x:r1:14 p:r1:31 y:r1:37"),
        ("{ let a = 1; const b = a } a; b", "a:r1:28 b:r1:31"),
        ("a: for (;;) { if (b) break a; else continue a }", "b:r1:19"),
        ("if (false) dead; `${a} b ${`${c}`}`", "a:r1:21 c:r1:31"),
        ("[a, b] = [b, c]; ({d, e: f} = g)", "b:r1:11 c:r1:14 a:w1:2 b:w1:5 g:r1:31 d:w1:20 f:w1:26"),
        (
            "class A extends B { c() { return d } static e = f; #g = 1; h() { return this.#g } } A",
            "B:r1:17 d:r1:34 f:r1:49"
        ),
        ("delete a; void b; typeof c === 'd'", "a:d1:8 b:r1:16 c:t1:26"),
        ("a ? b : c; d?.e?.(f) ?? g", "a:r1:1 b:r1:5 c:r1:9 d:r1:12 f:r1:19 g:r1:25"),
        ("with (a) { b } b", "a:r1:7"),
        ("/a+\"/g.test(b); c / d / e", "b:r1:13 c:r1:17 d:r1:21 e:r1:25"),
        ("undefined; this; null; true; NaN", "undefined:r1:1 NaN:r1:30"),
        ("  я = «", "SYNTAX"),
        ("я = ж('😀', э)", "ж:c1:5 э:r1:12 я:w1:1"),
        (
            "$global.shared = $session.x; global . y += 1; $global.z == 1",
            "$global:r1:1 $session:r1:18 global:r1:30 $global:r1:47 shared:+1:9 y:+1:39"
        ),
        ("function* g() { yield* a } async function h() { for await (const i of j) k }", "a:r1:24 j:r1:71 k:r1:74"),
    ]

    @Test(arguments: blocks) func aBlockUsesNames(code: String, expected: String) throws {
        let found = Self.sorted(try names(code, as: .block).joined(separator: " "))
        #expect(found == Self.sorted(expected))
    }

    @Test func theTopLevelOfAScriptIsForAll() throws {
        let script = """
            var a = 1, b; let c; const d = a;
            function e() { var inner; return inner + free }
            class F {}
            for (var g = 0; ; ) { break }
            (function () { h = 1 })();
            """
        let uses = try slot().namesOfScript(script, file: "a.js", firstLine: 5)
        #expect(
            uses.filter { $0.kind == .declared }.map(\.short).sorted() == [
                "F:+7:7", "a:+5:5", "b:+5:12", "c:+5:19", "d:+5:28", "e:+6:10", "g:+8:10",
            ])
        #expect(
            uses.filter { $0.kind != .declared && "fh".contains($0.name.first ?? " ") }.map(\.short) == [
                "free:r6:42", "h:w9:16",
            ])
    }

    @Test(arguments: [CodeKind.expression, .text, .condition]) func anExpressionHasNames(kind: CodeKind) throws {
        let uses = try slot().names(in: "$session.a &&\n  f(b)", file: "a.sc", firstLine: 7, as: kind)
        #expect(uses.map(\.short) == ["$session:r7:1", "f:c8:3", "b:r8:5"])
    }

    @Test func deepAndLongCodeIsLookedAtInBoundedTime() throws {
        let slot = try slot()
        for (open, close) in [
            ("(", ")"), ("[", "]"), ("{", "}"), ("function f(){", "}"), ("() => (", ")"), ("`${", "}`"),
        ] {
            for count in [100, 100_000] {
                let code = String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
                _ = try? slot.names(in: code, file: "a.js", firstLine: 1, as: .block)
            }
        }
        let line = """
            function f(x) { if (typeof thing !== 'undefined') { counter = counter + total('ж'); $session.a = /"/.test(b) } }\u{20}
            """
        let code = String(repeating: line, count: 12_000)
        let uses = try slot.names(in: code, file: "a.js", firstLine: 1, as: .block)
        #expect(uses.count == 12_000 * 6)
        #expect(uses.last?.column == line.unicodeScalars.count * 11_999 + 107)
    }

    @Test func rubbishIsASyntaxErrorOrCode() throws {
        let slot = try slot()
        var chance = SeededGenerator(3)
        let pieces = [
            "/", "`", "${", "}", "{", "'", "\"", "\\", "a", " ", "\n", "=", "(", ")", "*", "//", "/*", "\u{0}", "ж",
            "in", "++", "[", "]", "?.", "$global.", "=>",
        ]
        for _ in 0..<2000 {
            let code = (0..<12).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
            _ = try? slot.namesOfScript(code, file: "a.js", firstLine: 1)
        }
    }

    private static func sorted(_ names: String) -> String {
        names.split(separator: " ").sorted().joined(separator: " ")
    }

    private func names(_ code: String, as kind: CodeKind) throws -> [String] {
        let slot = try slot()
        do { return try slot.names(in: code, file: "a.sc", firstLine: 1, as: kind).map(\.short) } catch {
            return ["SYNTAX"]
        }
    }
}

extension NameUse {
    fileprivate var short: String {
        let letter =
            switch kind {
            case .read: isCalled ? "c" : "r"
            case .typeof: "t"
            case .written: "w"
            case .deleted: "d"
            case .declared: "+"
            }
        return "\(name):\(letter)\(line):\(column)"
    }
}
