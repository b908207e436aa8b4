import CScriptSlot

/// Writes values in the flat form that the C side reads (tags in `CScriptSlot.h`).
struct WireWriter {
    enum Refusal: Error { case tooDeep, tooLarge }

    let buffer: UnsafeMutableRawBufferPointer
    private(set) var length = 0

    init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

    mutating func write(_ value: ScriptValue, depth: Int = 0) throws(Refusal) {
        switch value {
        case .undefined: try put(tag: SCRIPT_TAG_UNDEFINED)
        case .null: try put(tag: SCRIPT_TAG_NULL)
        case .boolean(let flag): try put(tag: flag ? SCRIPT_TAG_TRUE : SCRIPT_TAG_FALSE)
        case .number(let number): try put(number, tag: SCRIPT_TAG_NUMBER)
        case .date(let milliseconds): try put(milliseconds, tag: SCRIPT_TAG_DATE)
        case .string(let text):
            try put(tag: SCRIPT_TAG_STRING)
            try put(text)
        case .array(let elements): try put(elements, depth: depth)
        case .object(let members): try put(members, depth: depth)
        }
    }

    private mutating func put(_ elements: [ScriptValue], depth: Int) throws(Refusal) {
        guard depth < SCRIPT_CORE_DEPTH else { throw .tooDeep }
        try put(tag: SCRIPT_TAG_ARRAY)
        try store(UInt32(truncatingIfNeeded: elements.count))
        for element in elements { try write(element, depth: depth + 1) }
    }

    private mutating func put(_ members: [ScriptValue.Member], depth: Int) throws(Refusal) {
        guard depth < SCRIPT_CORE_DEPTH else { throw .tooDeep }
        try put(tag: SCRIPT_TAG_OBJECT)
        try store(UInt32(truncatingIfNeeded: members.count))
        for member in members {
            try put(member.key)
            try write(member.value, depth: depth + 1)
        }
    }

    private mutating func put(tag: ScriptCoreTag) throws(Refusal) { try store(UInt8(tag.rawValue)) }

    private mutating func put(_ number: Double, tag: ScriptCoreTag) throws(Refusal) {
        try put(tag: tag)
        try store(number)
    }

    private mutating func put(_ text: String) throws(Refusal) {
        let count = text.utf8.count
        guard count <= buffer.count - length - 4 else { throw .tooLarge }
        try store(UInt32(count))
        var text = text
        text.withUTF8 { buffer.baseAddress?.advanced(by: length).copyMemory(from: $0) }
        length += count
    }

    private mutating func store<Item: BitwiseCopyable>(_ item: Item) throws(Refusal) {
        guard MemoryLayout<Item>.size <= buffer.count - length else { throw .tooLarge }
        buffer.storeBytes(of: item, toByteOffset: length, as: Item.self)
        length += MemoryLayout<Item>.size
    }
}

extension UnsafeMutableRawPointer {
    fileprivate func copyMemory(from bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        copyMemory(from: start, byteCount: bytes.count)
    }
}

/// Reads values that the C side has written.
struct WireReader {
    private var cursor: UnsafeRawPointer

    init(_ bytes: UnsafePointer<UInt8>) { cursor = UnsafeRawPointer(bytes) }

    mutating func read() -> ScriptValue {
        switch ScriptCoreTag(UInt32(take(UInt8.self))) {
        case SCRIPT_TAG_NULL: .null
        case SCRIPT_TAG_FALSE: .boolean(false)
        case SCRIPT_TAG_TRUE: .boolean(true)
        case SCRIPT_TAG_NUMBER: .number(take(Double.self))
        case SCRIPT_TAG_DATE: .date(take(Double.self))
        case SCRIPT_TAG_STRING: .string(text())
        case SCRIPT_TAG_ARRAY: .array(elements())
        case SCRIPT_TAG_OBJECT: .object(members())
        default: .undefined
        }
    }

    private mutating func elements() -> [ScriptValue] {
        var elements: [ScriptValue] = []
        for _ in 0..<take(UInt32.self) { elements.append(read()) }
        return elements
    }

    private mutating func members() -> [ScriptValue.Member] {
        var members: [ScriptValue.Member] = []
        for _ in 0..<take(UInt32.self) {
            let key = text()
            members.append(ScriptValue.Member(key, read()))
        }
        return members
    }

    private mutating func text() -> String {
        let count = Int(take(UInt32.self))
        let text = String(decoding: UnsafeRawBufferPointer(start: cursor, count: count), as: UTF8.self)
        cursor += count
        return text
    }

    private mutating func take<Item: BitwiseCopyable>(_ type: Item.Type) -> Item {
        let item = cursor.loadUnaligned(as: type)
        cursor += MemoryLayout<Item>.size
        return item
    }
}
