import CPCRE2

/// A compiled `$regexp<…>`: made once, then used from any thread, since PCRE2 never changes compiled code.
package final class RegularExpression: @unchecked Sendable {
    /// As written in the pattern.
    package let source: String
    package let ignoresCase: Bool
    /// Fewer bytes than this never match.
    let shortestMatch: Int
    /// Whether it is a plain text, perhaps between `^` and `$`.
    let isLiteral: Bool
    private let code: OpaquePointer
    /// The same without the demand that the match ends where the text does; `nil` where it would see another end there (`$`, `\b`, what
    /// looks ahead).
    private let opening: OpaquePointer?
    /// A bit for each byte with which a match may begin, if that is known; it belongs to the code.
    private let firsts: UnsafePointer<UInt8>?

    /// A regular expression that PCRE2 does not accept: its words for it, and the UTF-8 offset in the source.
    struct Mistake: Error {
        let message: String
        let offset: Int
    }

    /// How a piece of text was judged.
    enum Verdict { case matches, differs, cut }

    init(_ source: String, ignoresCase: Bool) throws(Mistake) {
        let translated = JavaRegexp(source)
        if let (kind, offset) = translated.combination { throw Mistake(message: Self.message(kind), offset: offset) }
        let options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_ANCHORED | (ignoresCase ? PCRE2_CASELESS : 0)
        let code = try Self.compile(translated, options | PCRE2_ENDANCHORED)
        opening = Self.seesItsEnd(source) ? nil : try Self.compile(translated, options)
        var length: UInt32 = 0
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_MINLENGTH), &length)
        isLiteral = Self.isLiteral(source)
        self.source = source
        self.ignoresCase = ignoresCase
        self.code = code
        shortestMatch = Int(length)
        var firsts: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTBITMAP), &firsts)
        self.firsts = firsts
    }

    deinit {
        pcre2_code_free_8(code)
        pcre2_code_free_8(opening)
    }

    private static func compile(_ expression: JavaRegexp, _ options: UInt32) throws(Mistake) -> OpaquePointer {
        var error: CInt = 0
        var offset = 0
        let bytes = expression.bytes
        guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, compileLimits) else {
            throw Mistake(message: message(error), offset: expression.sourceOffset(of: offset))
        }
        // Without it (some systems forbid writing code) the expression runs all the same, only slower.
        pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
        return code
    }

    /// Whether it may ask what comes behind its match. Too many are taken for such: that costs time only.
    private static func seesItsEnd(_ source: String) -> Bool {
        source.contains("$") || source.contains("(?") || source.contains("(*")
            || ["b", "B", "z", "Z", "G", "X"].contains { source.contains("\\" + $0) }
    }

    private static func isLiteral(_ source: String) -> Bool {
        var rest = source.unicodeScalars[...]
        if rest.first == "^" { rest.removeFirst() }
        if rest.last == "$" { rest.removeLast() }
        while let scalar = rest.popFirst() {
            let isQuoted =
                scalar == "\\" && rest.first.map { !$0.properties.isAlphabetic && !("0"..."9").contains($0) } == true
            if isQuoted {
                rest.removeFirst()
            } else if "\\.[]{}()*+?^$|".unicodeScalars.contains(scalar) {
                return false
            }
        }
        return true
    }

    /// Whether a match may begin with this byte; asked before the expression is tried on many texts that begin alike.
    func mayBegin(with byte: UInt8) -> Bool { firsts.map { $0[Int(byte / 8)] & (1 << (byte % 8)) != 0 } ?? true }

    /// Whether it may match a text that begins as this one does; asked before it is tried on many of them.
    func mayOpen(_ text: UnsafeBufferPointer<UInt8>, using scratch: Scratch) -> Bool {
        guard let opening, let start = text.baseAddress else { return true }
        return pcre2_match_8(opening, start, text.count, 0, PCRE2_NO_UTF_CHECK, scratch.data, Self.shortTrial)
            != PCRE2_ERROR_NOMATCH
    }

    /// Whether the expression matches exactly these bytes (valid UTF-8); `^`, `$` and `\b` see nothing outside of them.
    func judge(_ text: UnsafeBufferPointer<UInt8>, using scratch: Scratch) -> Verdict {
        guard text.count >= shortestMatch else { return .differs }
        let verdict = judge(text, using: scratch, within: Self.shortTrial)
        scratch.tookLong = verdict == .cut
        return verdict == .cut ? judge(text, using: scratch, within: Self.longTrial) : verdict
    }

    private func judge(
        _ text: UnsafeBufferPointer<UInt8>, using scratch: Scratch, within limits: OpaquePointer?
    ) -> Verdict {
        var empty: UInt8 = 0
        return withUnsafePointer(to: &empty) { nowhere in
            let start = text.baseAddress ?? nowhere
            var result = pcre2_match_8(code, start, text.count, 0, PCRE2_NO_UTF_CHECK, scratch.data, limits)
            if result == PCRE2_ERROR_JIT_STACKLIMIT {
                let options = PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT
                result = pcre2_match_8(code, start, text.count, 0, options, scratch.data, limits)
            }
            return result >= 0 ? .matches : result == PCRE2_ERROR_NOMATCH ? .differs : .cut
        }
    }

    /// The working memory of one matching thread.
    final class Scratch {
        fileprivate let data = pcre2_match_data_create_8(1, nil)
        /// Whether the last expression needed more than most do.
        fileprivate(set) var tookLong = false

        deinit { pcre2_match_data_free_8(data) }
    }

    /// A catastrophic expression is cut after about half a millisecond.
    static let matchLimit: UInt32 = 200_000
    /// Nearly all expressions are done within this.
    private static let shortLimit: UInt32 = 1_000
    private static let depthLimit: UInt32 = 10_000
    private static let heapLimitInKilobytes: UInt32 = 4_096

    // The contexts are filled once and only read afterwards.
    nonisolated(unsafe) private static let shortTrial = limits(shortLimit)
    nonisolated(unsafe) private static let longTrial = limits(matchLimit)

    private static func limits(_ matchLimit: UInt32) -> OpaquePointer? {
        let context = pcre2_match_context_create_8(nil)
        pcre2_set_match_limit_8(context, matchLimit)
        pcre2_set_depth_limit_8(context, depthLimit)
        pcre2_set_heap_limit_8(context, heapLimitInKilobytes)
        return context
    }

    nonisolated(unsafe) private static let compileLimits: OpaquePointer? = {
        let context = pcre2_compile_context_create_8(nil)
        pcre2_set_parens_nest_limit_8(context, 100)
        pcre2_set_max_pattern_length_8(context, 20_000)
        return context
    }()

    private static func message(_ combination: JavaRegexp.Combination) -> String {
        switch combination {
        case .intersection: "`&&` between classes is not supported"
        case .union: "a `[` between brackets begins a class within the class, which is not supported"
        }
    }

    private static func message(_ error: CInt) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(error, &buffer, buffer.count)
        return length > 0 ? String(decoding: buffer[..<Int(length)], as: UTF8.self) : "error \(error)"
    }
}
