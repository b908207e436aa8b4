import JavaScriptTokens

/// Finds the exact place of a name's use from the engine's, which for an assignment is only near.
struct NamePlaces {
    private let code: [UInt8]
    private let firstLine: Int
    private var lineStarts = [0]
    /// How many scalars stand before each 256th byte, so that a column costs little on a line of any length.
    private var scalarsBefore = [0]
    private lazy var written = NamesInCode(code)
    private lazy var placesByName = Dictionary(grouping: written.names.indices) { written.text(of: written.names[$0]) }

    init(_ source: ScriptSource) {
        code = Array(source.code.utf8)
        firstLine = source.firstLine
        var scalars = 0
        for (offset, byte) in code.enumerated() {
            if offset & 255 == 0, offset > 0 { scalarsBefore.append(scalars) }
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte == UInt8(ascii: "\n") { lineStarts.append(offset + 1) }
        }
    }

    /// The use at its place in the file.
    mutating func use(of name: String, _ kind: NameUse.Kind, line: Int, byteColumn: Int) -> NameUse {
        let near = offset(line: line, byteColumn: byteColumn)
        let start =
            switch kind {
            case .read, .typeof, .deleted: spells(name, at: near) ? near : nearest(name, to: near) { _ in true }
            case .written: nearest(name, to: near, where: isTarget) ?? nearest(name, to: near) { _ in true }
            case .declared: declaration(of: name)
            }
        return use(of: name, kind, at: start ?? near)
    }

    /// `$global.name = …`: what a script gives to all others without declaring it.
    mutating func globalMembers() -> [NameUse] {
        let names = written.names
        return names.indices.dropFirst().compactMap { index in
            guard names[index].before == .dot, names[index].after == .assignment,
                Self.globalObjects.contains(written.text(of: names[index - 1])),
                names[index - 1].before != .dot, names[index - 1].after == .dot
            else { return nil }
            return use(of: written.text(of: names[index]), .declared, at: names[index].range.lowerBound)
        }
    }

    static let globalObjects: Set = ["$global", "global", "globalThis"]

    private func use(of name: String, _ kind: NameUse.Kind, at offset: Int) -> NameUse {
        let line = lineStarts.partitioningIndex { $0 > offset } - 1
        let next = code[min(offset + name.utf8.count, code.count)...].first { $0 > UInt8(ascii: " ") }
        return NameUse(
            name: name, kind: kind, isCalled: kind == .read && next == UInt8(ascii: "(") && spells(name, at: offset),
            line: firstLine + line, column: scalars(before: offset) - scalars(before: lineStarts[line]) + 1)
    }

    private func offset(line: Int, byteColumn: Int) -> Int {
        let index = min(max(line - firstLine, 0), lineStarts.count - 1)
        return min(max(lineStarts[index] + byteColumn - 1, 0), code.count)
    }

    private func scalars(before offset: Int) -> Int {
        let block = min(offset >> 8, scalarsBefore.count - 1)
        return scalarsBefore[block] + code[(block << 8)..<offset].count { $0 & 0xC0 != 0x80 }
    }

    private func spells(_ name: String, at offset: Int) -> Bool {
        let end = offset + name.utf8.count
        guard end <= code.count, code[offset..<end].elementsEqual(name.utf8) else { return false }
        return end == code.count || !code[end].isNameByte
    }

    // MARK: Among the names

    /// The last use of the name up to `offset` that fits, else the first one after it.
    private mutating func nearest(
        _ name: String, to offset: Int, where fits: (NamesInCode.Name) -> Bool
    ) -> Int? {
        guard let all = placesByName[name] else { return nil }
        let after = all.partitioningIndex { written.names[$0].range.lowerBound > offset }
        // A few steps are enough: an assignment stands near to what it evaluates.
        let found =
            all[..<after].suffix(16).last { isUse(written.names[$0]) && fits(written.names[$0]) }
            ?? all[after...].prefix(16).first { isUse(written.names[$0]) && fits(written.names[$0]) }
        return found.map { written.names[$0].range.lowerBound }
    }

    private func isUse(_ name: NamesInCode.Name) -> Bool { name.before != .dot && name.after != .colon }

    private func isTarget(_ name: NamesInCode.Name) -> Bool {
        name.after == .assignment || name.after == .step || name.before == .step || name.after == .loop
    }

    private mutating func declaration(of name: String) -> Int? {
        guard let all = placesByName[name] else { return nil }
        let found =
            all.first { written.names[$0].before == .declaration }
            ?? all.first { written.names[$0].before == .comma && written.names[$0].after != .dot } ?? all.first
        return found.map { written.names[$0].range.lowerBound }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The index of the first element for which the condition holds; it must hold for all after it, too.
    fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
