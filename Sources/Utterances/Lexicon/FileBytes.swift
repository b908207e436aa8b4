/// Bytes of a file that stay where they are as long as the program runs, mostly because the file is mapped into memory.
package struct FileBytes: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    /// - Parameter bytes: never changed and never freed.
    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// The byte there; 0 behind the end.
    subscript(offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0 }

    /// A little-endian number; 0 behind the end.
    func number<Number: FixedWidthInteger>(at offset: Int, as _: Number.Type) -> Number {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= bytes.count else { return 0 }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
}

/// The texts of a JSON list of texts, read one by one when asked for. Escapes are left as they are: these lists have none.
struct JSONTexts: Sendable {
    private let file: FileBytes
    private let starts: [Int32]

    init?(_ file: FileBytes) {
        self.file = file
        var starts: [Int32] = []
        var isInside = false
        var isEscaped = false
        for (offset, byte) in file.bytes.enumerated() {
            if byte == UInt8(ascii: "\""), !isEscaped {
                if !isInside { starts.append(Int32(truncatingIfNeeded: offset + 1)) }
                isInside.toggle()
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        guard !starts.isEmpty, !isInside, file.count < Int32.max else { return nil }
        self.starts = starts
    }

    var count: Int { starts.count }

    /// Empty behind the end.
    subscript(index: Int) -> Slice<UnsafeRawBufferPointer> {
        guard starts.indices.contains(index) else { return file.bytes[0..<0] }
        let start = Int(starts[index])
        var end = start
        while end < file.count, file[end] != UInt8(ascii: "\"") { end += 1 }
        return file.bytes[start..<end]
    }
}
