import Testing

/// Whether a slash divides or begins a regular expression.
@Suite struct SlashTests {
    static let expressions = [
        "/b c/g", "a = /b c/g", "f(/b c/g)", "[/b c/g]", "a && /b c/g", "return /b c/g", "typeof /b c/g", "a; /b c/g",
        "if (a) /b c/g", "while (f(a)) /b c/g", "for (;;) /b c/g", "for await (a of b) /b c/g", "else /b c/g",
        "x => /b c/g", "case /b c/g", "a in /b c/g", "a ? /b c/g : 1", "{ /b c/g }", "`${/b c/g}`", "!/b c/g",
        "a // c\n; /b c/g", "a = // c\n/b c/g",
    ]

    @Test(arguments: expressions) func aRegularExpressionIsOneToken(code: String) {
        #expect(cut(code).split(separator: "|").contains("/b c/g"))
    }

    static let divisions = [
        "a /b c/g", "a.return /b c/g", "a?.typeof /b c/g", "1 /b c/g", "'a' /b c/g", "`a` /b c/g", "(a) /b c/g",
        "a.if(x) /b c/g", "f(if_) /b c/g", "a[0] /b c/g", "i++ /b c/g", "this /b c/g", "/a/ /b c/g",
        "a /* c */ /b c/g", "`${a}` /b c/g", "if (f(a) /b c/g)",
    ]

    @Test(arguments: divisions) func aDivisionIsASign(code: String) {
        #expect(cut(code).hasSuffix("|/|b|c|/|g") || cut(code).hasSuffix("|/|b|c|/|g|)"))
    }

    @Test(arguments: [
        ("if (a) {} /b/", "if|(|a|)|{|}|?/b/"),
        ("function f() {} /b/", "function|f|(|)|{|}|?/b/"),
        ("do {} /b/", "do|{|}|?/b/"),
        ("x = {a: 1} /b/ c", "x|=|{|a|:|1|}|?/|b|/|c"),
        ("return {} /b/ c", "return|{|}|?/|b|/|c"),
        ("} /b/ c", "}|?/|b|/|c"),
    ])
    func afterABraceItIsInDoubt(code: String, expected: String) {
        #expect(cut(code) == expected)
    }

    @Test(arguments: [
        ("/[/]/ b", "/[/]/|b"), ("/\\// b", "/\\//|b"), ("/open\nb", "/|open|b"), ("a = /open", "a|=|/|open"),
        ("/=/g", "/=/g"), ("a /= b", "a|/=|b"), ("/[/\nb/", "/|[|/|b|/"),
    ])
    func anExpressionEndsOnItsLine(code: String, expected: String) {
        #expect(cut(code) == expected)
    }
}
