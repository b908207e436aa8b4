import SourceText

/// The line a caller is typing: takes key bytes one by one and says what they amount to. It draws nothing itself.
///
/// Bytes of one UTF-8 character may come apart, keys may come as escape sequences, and a paste as many bytes at once;
/// the line breaks of a bracketed paste become blanks, so that a pasted paragraph is one utterance.
package struct LineEditor {
    package enum Action: Sendable, Hashable {
        case redraw
        case submit(String)
        /// ctrl-C.
        case interrupt
        /// ctrl-D on an empty line.
        case endOfInput
    }

    /// The characters as a person counts them, so that backspace takes a whole `é` or emoji.
    package private(set) var characters: [Character] = []
    /// Before which character the cursor stands.
    package private(set) var cursor = 0

    private var decoder = KeyDecoder()
    private var history: [String] = []
    private var historyPosition = 0
    private var draft = ""
    private var followsReturn = false

    package init() {}

    package var text: String { String(characters) }

    /// Takes one byte of the terminal; `nil` when there is nothing to do about it yet.
    package mutating func take(_ byte: UInt8) -> Action? {
        guard let key = decoder.take(byte) else { return nil }
        defer { followsReturn = key == .enter && byte == 13 }
        // A pasted or piped CRLF is one line end.
        if key == .enter, byte == 10, followsReturn { return nil }
        return perform(key)
    }

    private mutating func perform(_ key: KeyDecoder.Key) -> Action? {
        switch key {
        case .scalar(let scalar): insert(scalar)
        case .enter: return submit()
        case .interrupt: return .interrupt
        case .endOfInput where characters.isEmpty: return .endOfInput
        case .endOfInput, .delete: if cursor < characters.count { characters.remove(at: cursor) }
        case .backspace: removeBackwards(to: max(0, cursor - 1))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = characters.count
        case .killToEnd: characters.removeSubrange(cursor...)
        case .killToStart: removeBackwards(to: 0)
        case .killWord: removeBackwards(to: startOfWord)
        case .up: recall(historyPosition - 1)
        case .down: recall(historyPosition + 1)
        case .redraw: break
        }
        return .redraw
    }

    /// A combining mark joins the character before it.
    private mutating func insert(_ scalar: Unicode.Scalar) {
        if cursor > 0 {
            var joined = String(characters[cursor - 1])
            joined.unicodeScalars.append(scalar)
            if joined.count == 1 { return characters[cursor - 1] = Character(joined) }
        }
        characters.insert(Character(scalar), at: cursor)
        cursor += 1
    }

    private mutating func removeBackwards(to start: Int) {
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    private var startOfWord: Int {
        var start = cursor
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        return start
    }

    private mutating func submit() -> Action {
        let line = text
        replace(with: "")
        if !line.isEmpty, history.last != line { history.append(line) }
        historyPosition = history.count
        return .submit(line)
    }

    private mutating func recall(_ position: Int) {
        guard (0...history.count).contains(position), position != historyPosition else { return }
        if historyPosition == history.count { draft = text }
        historyPosition = position
        replace(with: position == history.count ? draft : history[position])
    }

    private mutating func replace(with line: String) {
        characters = Array(line)
        cursor = characters.count
    }
}

extension LineEditor {
    /// The part of the line that fits into `width` columns around the cursor, and the cursor's column in it.
    package func view(width: Int) -> (text: String, cursor: Int) {
        var start = cursor
        var column = 0
        while start > 0, column + characters[start - 1].columns < max(1, width) {
            start -= 1
            column += characters[start].columns
        }
        var end = cursor
        var used = column
        while end < characters.count, used + characters[end].columns < max(1, width) {
            used += characters[end].columns
            end += 1
        }
        return (String(characters[start..<end]), column)
    }
}

extension Character {
    /// Columns that a terminal gives to it; what joins into one picture is as wide as its widest part.
    var columns: Int {
        if unicodeScalars.first.map({ $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) ?? true { return 0 }
        return unicodeScalars.map(DisplayWidth.of).max() ?? 0
    }
}
