import CPCRE2

/// A regular expression that is tried at one place of a text after another and tells where its groups lie.
///
/// Made once, then used from any thread; each thread has its own `Scratch`.
package final class PrefixExpression: @unchecked Sendable {
    private let code: OpaquePointer
    /// For each byte whether a match may begin with it.
    private let firsts: [Bool]
    /// A sign that every match has behind its beginning.
    package let neededSign: UInt8?
    private let isQuick: Bool
    /// Groups in brackets.
    package let groups: Int

    /// - Returns: `nil` when PCRE2 does not accept it.
    package init?(_ source: String) {
        let options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_ANCHORED | PCRE2_CASELESS
        var error: CInt = 0
        var offset = 0
        let bytes = Array(source.utf8)
        guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil) else { return nil }
        pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
        var count: UInt32 = 0
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
        self.code = code
        firsts = Self.firsts(of: code)
        neededSign = Self.neededSign(of: code)
        var size = 0
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_JITSIZE), &size)
        isQuick = size > 0
        groups = Int(count)
    }

    deinit { pcre2_code_free_8(code) }

    /// Whether a match may begin with this byte.
    package func mayBegin(with byte: UInt8) -> Bool { firsts[Int(byte)] }

    private static func firsts(of code: OpaquePointer) -> [Bool] {
        var (kind, unit): (UInt32, UInt32) = (0, 0)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTCODETYPE), &kind)
        if kind == 1 {
            pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTCODEUNIT), &unit)
            let wanted = UInt8(truncatingIfNeeded: unit)
            return (0..<256).map { small(UInt8($0)) == small(wanted) }
        }
        var map: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTBITMAP), &map)
        return (0..<256).map { byte in map.map { $0[byte / 8] & (1 << (byte % 8)) != 0 } ?? true }
    }

    private static func neededSign(of code: OpaquePointer) -> UInt8? {
        var (kind, unit): (UInt32, UInt32) = (0, 0)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_LASTCODETYPE), &kind)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_LASTCODEUNIT), &unit)
        let isSign = unit < 0x80 && !(0x41...0x5A).contains(unit) && !(0x61...0x7A).contains(unit)
        return kind == 1 && isSign ? UInt8(unit) : nil
    }

    /// A Latin letter as a small one.
    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }

    /// Where the match that begins there ends, in bytes of valid UTF-8; `nil` when there is none, or when finding it would take too long.
    /// `^`, `\b` and looking back see the whole text.
    package func end(in text: UnsafeBufferPointer<UInt8>, from start: Int, using scratch: Scratch) -> Int? {
        guard let base = text.baseAddress else { return nil }
        let result =
            isQuick
            ? pcre2_jit_match_8(code, base, text.count, start, 0, scratch.data, PrefixExpression.limits)
            : pcre2_match_8(code, base, text.count, start, PCRE2_NO_UTF_CHECK, scratch.data, PrefixExpression.limits)
        guard result > 0 else { return nil }
        return pcre2_get_ovector_pointer_8(scratch.data)[1]
    }

    /// The bytes of a group of the match just found; `nil` when it took no part.
    package func group(_ number: Int, of scratch: Scratch) -> Range<Int>? {
        guard number <= groups, number < Scratch.mostGroups else { return nil }
        let places = pcre2_get_ovector_pointer_8(scratch.data)!
        let (start, end) = (places[2 * number], places[2 * number + 1])
        return start < 0 || start > end ? nil : start..<end
    }

    /// The working memory of one thread.
    package final class Scratch {
        static let mostGroups = 16
        fileprivate let data = pcre2_match_data_create_8(UInt32(Scratch.mostGroups), nil)

        package init() {}

        deinit { pcre2_match_data_free_8(data) }
    }

    // Filled once and only read afterwards.
    nonisolated(unsafe) private static let limits: OpaquePointer? = {
        let context = pcre2_match_context_create_8(nil)
        pcre2_set_match_limit_8(context, 20_000)
        pcre2_set_depth_limit_8(context, 2_000)
        pcre2_set_heap_limit_8(context, 1_024)
        return context
    }()
}
