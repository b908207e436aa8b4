/// Turns the bytes of a terminal into keys.
struct KeyDecoder {
    enum Key: Equatable {
        case scalar(Unicode.Scalar)
        case enter, backspace, delete, left, right, up, down, home, end, killToEnd, killToStart, killWord, redraw
        case interrupt, endOfInput
    }

    private enum Mode {
        case plain
        /// After ESC.
        case escape
        /// Within `ESC [ …`.
        case sequence([UInt8])
        /// After `ESC O`.
        case application
    }

    private var mode = Mode.plain
    private var partial: [UInt8] = []
    private var isPasting = false

    mutating func take(_ byte: UInt8) -> Key? {
        switch mode {
        case .plain: return plain(byte)
        case .escape:
            mode = byte == UInt8(ascii: "[") ? .sequence([]) : byte == UInt8(ascii: "O") ? .application : .plain
            // A lone Escape before a control key must not swallow that key: ctrl-C has to work always.
            if case .plain = mode, byte < 0x20 { return plain(byte) }
            return nil
        case .application:
            mode = .plain
            return Self.arrow(byte)
        case .sequence(let bytes):
            if byte < 0x20 {
                mode = .plain
                return plain(byte)
            }
            guard (0x40...0x7E).contains(byte) else {
                mode = .sequence(bytes.count < 16 ? bytes + [byte] : bytes)
                return nil
            }
            mode = .plain
            return finish(bytes, byte)
        }
    }

    private mutating func plain(_ byte: UInt8) -> Key? {
        if isPasting, byte == 13 || byte == 10 || byte == 9 { return .scalar(" ") }
        switch byte {
        case 1: return .home
        case 2: return .left
        case 3: return .interrupt
        case 4: return .endOfInput
        case 5: return .end
        case 6: return .right
        case 8, 127: return .backspace
        case 9: return .scalar(" ")
        case 10, 13: return .enter
        case 11: return .killToEnd
        case 12: return .redraw
        case 14: return .down
        case 16: return .up
        case 21: return .killToStart
        case 23: return .killWord
        case 27:
            mode = .escape
            return nil
        case 0..<32: return nil
        default: return decode(byte)
        }
    }

    /// Collects the bytes of one character; bytes that are no UTF-8 become U+FFFD.
    private mutating func decode(_ byte: UInt8) -> Key? {
        let isContinuation = byte & 0xC0 == 0x80
        if !isContinuation { partial = [] }
        partial.append(byte)
        let length = Self.length(first: partial[0])
        guard partial.count >= length else { return nil }
        defer { partial = [] }
        return .scalar(String(decoding: partial, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}")
    }

    private static func length(first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }

    private mutating func finish(_ bytes: [UInt8], _ final: UInt8) -> Key? {
        guard final == UInt8(ascii: "~") else { return Self.arrow(final) }
        switch String(decoding: bytes, as: UTF8.self) {
        case "1", "7": return .home
        case "4", "8": return .end
        case "3": return .delete
        case "200": isPasting = true
        case "201": isPasting = false
        default: break
        }
        return nil
    }

    private static func arrow(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        default: nil
        }
    }
}
