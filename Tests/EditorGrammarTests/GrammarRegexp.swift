import CPCRE2

/// A regular expression of the grammar, as PCRE2 reads it. Editors read it with Oniguruma, so the grammar keeps to
/// what both understand.
final class GrammarRegexp {
    /// UTF-8 offsets of the whole match and of the groups; `nil` where a group took no part.
    typealias Match = [Range<Int>?]

    let source: String
    private let code: OpaquePointer
    private let data: OpaquePointer?

    struct Mistake: Error {
        let source: String
        let offset: Int
    }

    /// The search was given up: the expression goes back and forth without end.
    struct Catastrophe: Error { let source: String }

    init(_ source: String) throws {
        var error: CInt = 0
        var offset = 0
        let bytes = Array(source.utf8)
        let options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE
        guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil) else {
            throw Mistake(source: source, offset: offset)
        }
        self.source = source
        self.code = code
        data = pcre2_match_data_create_from_pattern_8(code, nil)
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_code_free_8(code)
    }

    /// The first match at or after an offset.
    func firstMatch(in line: [UInt8], from start: Int) throws -> Match? {
        let count = pcre2_match_8(code, line, line.count, start, 0, data, Self.limits)
        if count == PCRE2_ERROR_NOMATCH { return nil }
        guard count > 0, let offsets = pcre2_get_ovector_pointer_8(data) else { throw Catastrophe(source: source) }
        return (0..<Int(pcre2_get_ovector_count_8(data))).map { group in
            let start = offsets[2 * group]
            return group < Int(count) && start != Int.max && start != -1 ? start..<offsets[2 * group + 1] : nil
        }
    }

    /// Steps from one place of a line on: some per character of a line of 10,000, and no more.
    nonisolated(unsafe) private static let limits: OpaquePointer? = {
        let context = pcre2_match_context_create_8(nil)
        pcre2_set_match_limit_8(context, 200_000)
        return context
    }()
}
