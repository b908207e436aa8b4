import CPCRE2
import CPrototype
import Glibc

/// The plain C index that says what finding the rules costs at least.
final class IndexPrototype {
    private let index: OpaquePointer
    private var found: [Int32]

    /// `nil` when the rules are not of its language.
    init?(_ rules: [String]) {
        let texts = rules.map { strdup($0) }
        defer { for text in texts { free(text) } }
        guard !rules.isEmpty,
            let index = texts.map({ UnsafePointer($0) }).withUnsafeBufferPointer({
                index_prototype_make($0.baseAddress, $0.count)
            })
        else { return nil }
        self.index = index
        found = Array(repeating: 0, count: rules.count)
    }

    deinit { index_prototype_free(index) }

    /// How many rules cover a phrase.
    func count(_ phrase: String) -> Int {
        var phrase = phrase
        return phrase.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                Int(index_prototype_find(index, $0.baseAddress, $0.count, &found, Int32(found.count)))
            }
        }
    }

    func rules(covering phrase: String) -> Set<Int> {
        let count = max(0, count(phrase))
        return Set(found.prefix(count).map { Int($0) })
    }
}

/// Rules as regular expressions that are tried one by one, compiled to machine code.
final class ExpressionList {
    private let codes: [OpaquePointer]
    private let match = pcre2_match_data_create_8(1, nil)

    init(_ expressions: [String]) {
        codes = expressions.map { expression in
            var (error, offset) = (CInt(0), 0)
            let bytes = Array(expression.utf8)
            guard let code = pcre2_compile_8(bytes, bytes.count, 0, &error, &offset, nil) else {
                preconditionFailure("PCRE2 does not take \(expression): error \(error) at \(offset)")
            }
            pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
            return code
        }
    }

    var isEmpty: Bool { codes.isEmpty }

    deinit {
        for code in codes { pcre2_code_free_8(code) }
        pcre2_match_data_free_8(match)
    }

    func rules(covering phrase: String) -> Set<Int> {
        let text = Array((phrase + " ").utf8)
        var found: Set<Int> = []
        for (number, code) in codes.enumerated() where pcre2_jit_match_8(code, text, text.count, 0, 0, match, nil) >= 0
        {
            found.insert(number)
        }
        return found
    }
}
