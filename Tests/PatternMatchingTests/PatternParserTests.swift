import PatternMatching
import Testing
import Utterances

@Suite struct PatternParserTests {
    @Test(arguments: [
        (
            "* call [me] (a b/c)",
            "(sequence (garbage) (word call) (optional (word me)) (choice (sequence (word a) (word b)) (word c)))"
        ),
        ("put* *put *put* p*t", "(sequence (part put*) (part *put) (part *put*) (part p*t))"),
        ("{a * [b]}", "(permutation (word a) (garbage) (optional (word b)))"),
        ("~дом $A $A::B", "(sequence (lemma дом) (named A) (named A as B))"),
        ("$regex<a> $regexp<b> $regexp_i<c>", #"(sequence (regexp "a") (regexp "b") (regexp_i "c"))"#),
        ("$repeat<$N> $repeat<$N::M> $repeat<$N>::K", "(sequence (repeat N) (repeat N as M) (repeat N as K))"),
        (
            "@City @duckling.number::N $entity<Cars>",
            "(sequence (entity City) (entity duckling.number as N) (dictionary Cars))"
        ),
        ("$weight<1.5> $weight<-1> $weight<2+3>", "(sequence (weight 1.5 0.0) (weight 1.0 -1.0) (weight 2.0 3.0))"),
        ("$City:: Home @City :: Away", "(sequence (named City as Home) (entity City as Away))"),
        ("$oneWord $nonEmptyGarbage", "(sequence (oneWord) (nonEmptyGarbage))"),
        ("one:1 (a|b) : -2", #"(sequence (value "1" (word one)) (value "-2" (choice (word a) (word b))))"#),
        ("don't", "(sequence (word do) (word n't))"),
        ("да,нет*", "(sequence (word да) (part нет*))"),
        ("a - b", "(sequence (word a) (optional (word -)) (word b))"),
        ("(a)(b)[c]", "(sequence (word a) (word b) (optional (word c)))"),
        ("$A|$B c", "(choice (named A) (sequence (named B) (word c)))"),
        ("*(a)*", "(sequence (garbage) (word a) (garbage))"),
        ("a$B", "(sequence (word a) (named B))"),
        ("()", "(nothing)"), ("?!", "(nothing)"), ("(a", "(word a)"),
    ])
    func tree(pattern: String, expression: String) {
        #expect(PatternParser.parse(pattern).0.expression == expression)
    }

    @Test func referencesForTheLinker() {
        let text = "да $City [$repeat<$Число_1>] @Time::T $entity<Cars> $City::Home $oneWord"
        let tree = PatternParser.parse(text).0
        let utterance = Utterance(text)
        let references = tree.namedReferences
        #expect(references.map(\.name) == ["City", "Число_1", "City"])
        #expect(references.map { utterance.text(from: $0.start, to: $0.end) } == ["$City", "$Число_1", "$City"])
        #expect(tree.entityReferences.map(\.entity) == [.recognized("Time"), .dictionary("Cars")])
    }

    @Test func mistakesSayWhatToDo() throws {
        let unknown = try #require(PatternParser.parse("да $regxp<a>").1.first)
        #expect(unknown.message == "There is no `$regxp<…>` in the pattern language.")
        #expect(unknown.hint == "Did you mean `$regexp<…>`?")
        let open = try #require(PatternParser.parse("да (a [b]").1.first)
        #expect(open.message == "This `(` is never closed; it is read as if it ended with what is around it.")
        #expect(!open.isError)
        #expect(Utterance("да (a [b]").text(from: open.start, to: open.end) == "(")
    }

    @Test func mistakesBringTheirFix() throws {
        let blank = try #require(PatternParser.parse("a $regexp  <b>").1.first)
        #expect(blank.fix?.replacement == "" && (blank.start, blank.end) == (9, 11))
        let unknown = try #require(PatternParser.parse("a $regxp<b>").1.first)
        #expect(unknown.fix?.replacement == "$regexp" && (unknown.start, unknown.end) == (2, 8))
    }

    @Test func aThousandMistakesAreNotAllTold() {
        let mistakes = PatternParser.parse(String(repeating: ") ", count: 500) + "$regxp<a>").1
        #expect(mistakes.count == 21)
        #expect(mistakes.last?.code == "pattern/more" && mistakes.last?.isError == true)
        let deep = String(repeating: "(", count: 2000) + "a" + String(repeating: ")", count: 2000)
        #expect(PatternParser.parse(deep).1.map(\.code) == ["pattern/too-deep"])
    }

    /// Whatever stands in a pattern, there is a tree, its places lie in the text, and it can be matched.
    @Test func garbage() {
        var random = RandomPatterns(seed: 11)
        for _ in 0..<3_000 {
            let text = (0..<random.next(14)).map { _ in Self.pieces[random.next(Self.pieces.count)] }.joined()
            let (tree, mistakes) = PatternParser.parse(text)
            for mistake in mistakes {
                #expect(0 <= mistake.start && mistake.start <= mistake.end && mistake.end <= text.utf8.count)
            }
            for reference in tree.namedReferences {
                #expect(reference.start < reference.end && reference.end <= text.utf8.count)
            }
            #expect(!tree.expression.isEmpty)
            _ = PatternMatcher().match(tree, Utterance(random.phrase()))
        }
    }

    @Test func absurdSizes() {
        for unit in [
            "(", "[", "{", "a ", "* ", "a|", ":", "$A", "$regexp<", "~", "@", "{a ", ")", "[*", "()", "(|", "a[b]",
            "$1", "\\d", "a:\"", "$A.b ", "::A", "/a", "*-",
        ] {
            let (tree, _) = PatternParser.parse(String(repeating: unit, count: 10_000))
            _ = PatternMatcher().match(tree, Utterance("a b c"))
        }
        #expect(PatternParser.parse(String(repeating: "a ", count: 40_000)).1.map(\.code) == ["pattern/too-long"])
    }

    private static let pieces = [
        "(", ")", "[", "]", "{", "}", "|", "/", "*", "~", "$", "@", ":", "::", "<", ">", " ", " ", "a", "да", "A", "$A",
        "$regexp<",
        "$weight<", "$repeat<", "$entity<", "1", "-", "+", ".", ",", "'", "n't", "\\", "^", "👍", "\u{301}", "\n",
        "$oneWord", "€", "()", "[]", "||", "20:30", "\"", "*-", "$2", ".b", "\\d",
    ]
}
