import BotModel
import Testing

/// Where `{{ }}` begins and ends (dsl.md 2.4). `[…]` marks the expressions.
@Suite struct TemplateTests {
    @Test(arguments: [
        ("Hi {{name}}!", "Hi [name]!"),
        ("{{a}}{{b}}", "[a][b]"),
        ("{{ {a: {b: 1}}.a.b }}", "[ {a: {b: 1}}.a.b ]"),
        ("{{ {a: {b: 1}}}}.", "[ {a: {b: 1}}]."),
        ("{{ \"}}\" + '{{' }}", "[ \"}}\" + '{{' ]"),
        ("{{ x.replace(/}}|[/\"]/g, '') }}", "[ x.replace(/}}|[/\"]/g, '') ]"),
        ("{{ a / b }} / {{ c }}", "[ a / b ] / [ c ]"),
        ("{{ a /* }} */ }}", "[ a /* }} */ ]"),
        ("{{ a // note }} b", "[ a // note ] b"),
        ("{{ `it's ${x}` }}", "[ `it's ${x}` ]"),
        ("{{ function () { return 1; }() }}", "[ function () { return 1; }() ]"),
        ("one { two } three }}", "one { two } three }}"),
        ("{{ never", "{{ never"),
        ("{{ a } b }} {{c}}", "{{ a } b }} [c]"),
        ("{{}}", "[]"),
        ("{{{a: 1}.a}}", "[{a: 1}.a]"),
        ("", ""),
    ])
    func expressionsEndWhereTheirBracketsDo(_ text: String, _ cut: String) {
        #expect(TemplateCut.texts(of: text).map { $0.isExpression ? "[\($0.text)]" : $0.text }.joined() == cut)
    }

    @Test func aTextFullOfOpenBracesIsReadInOneGo() {
        let text = String(repeating: "{{ a ", count: 5_000)
        #expect(TemplateCut.texts(of: text).map(\.text) == [text])
    }
}
