import FoundationEssentials

/// Where the rules of named zones come from: a folder of TZif files, or anything that hands out their bytes.
package struct ZoneDirectory: Sendable {
    /// Where it is, for messages: `/usr/share/zoneinfo`.
    package let place: String
    private let readFile: @Sendable (String) -> [UInt8]?
    private let listFiles: @Sendable () -> [String]

    /// A directory made of two functions: the bytes of a file by its name, and all names, asked for only to suggest one.
    package init(
        place: String, read: @escaping @Sendable (String) -> [UInt8]?,
        names: @escaping @Sendable () -> [String] = { [] }
    ) {
        self.place = place
        readFile = read
        listFiles = names
    }

    /// The folder of zone files at that path.
    package init(path: String) {
        self.init(
            place: path,
            read: { name in FileManager.default.contents(atPath: path + "/" + name).map { [UInt8]($0) } },
            names: { (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] })
    }

    /// The zone data of the machine, which its package manager keeps up to date.
    package static let system = ZoneDirectory(path: "/usr/share/zoneinfo")

    /// The release of the data (`2026b`), when the directory says it.
    package var dataVersion: String? {
        if let version = readFile("+VERSION") { return Self.firstLine(version) }
        guard let source = readFile("tzdata.zi") else { return nil }
        let line = Self.firstLine(source)
        guard line.hasPrefix("# version ") else { return nil }
        return String(line.dropFirst("# version ".count))
    }

    /// The bytes of a zone's file; a name that could lead out of the directory is refused like an unknown one.
    func bytes(of name: String) -> [UInt8]? {
        Self.isZoneName(name) ? readFile(name) : nil
    }

    /// The names of all zones.
    package var zoneNames: [String] {
        let names = listFiles().filter(Self.isPlaceName)
        let folders = Set(names.compactMap { name in name.lastIndex(of: "/").map { String(name[..<$0]) } })
        return names.filter { !folders.contains($0) }
    }

    /// A name that people use. What begins with a small letter are variants (`right/…`, which counts leap seconds, and
    /// `posix/…`) and files for the machine's own clock (`localtime`, `posixrules`).
    static func isPlaceName(_ name: String) -> Bool { isZoneName(name) && name.first?.isUppercase == true }

    /// Parts of letters, digits, `_`, `+` and `-`, with `/` between them.
    static func isZoneName(_ name: String) -> Bool {
        guard name.utf8.count <= 100 else { return false }
        return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy(isNameByte)
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func firstLine(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
