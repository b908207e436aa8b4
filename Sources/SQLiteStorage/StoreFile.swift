import CampaignStorage
import Foundation

/// What can be said about a store's path before SQLite touches it.
struct StoreFile {
    let path: String

    private var resolved: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    private var folder: String { URL(fileURLWithPath: resolved).deletingLastPathComponent().path }

    /// Which file it is, whatever its name; `nil` when there is none.
    var identity: Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }

    struct Identity: Sendable, Hashable {
        let device: UInt64
        let number: UInt64
    }

    /// Whether there is a store to look into; throws when the path cannot be one.
    func check(_ mode: StoreMode) throws(StoreError) -> Bool {
        try checkFolder()
        guard let type = attributes(resolved)?[.type] as? FileAttributeType else {
            if mode == .readOnly { throw .noStore(path) }
            try checkWritable(folder, named: "folder \(folder)")
            return false
        }
        guard type == .typeRegular else { throw .notAFile(path, isFolder: type == .typeDirectory) }
        let isEmpty = try checkHeader()
        if isEmpty && mode == .readOnly { throw .noStore(path) }
        if mode == .readWrite {
            try checkWritable(resolved, named: "store \(path)")
            // SQLite keeps two more files beside the store while it is open.
            try checkWritable(folder, named: "folder \(folder) of the store \(path)")
        }
        return !isEmpty
    }

    private func attributes(_ path: String) -> [FileAttributeKey: Any]? {
        try? FileManager.default.attributesOfItem(atPath: path)
    }

    private func checkFolder() throws(StoreError) {
        guard attributes(folder)?[.type] as? FileAttributeType == .typeDirectory else {
            throw StoreError(
                .missing, "There is no folder \(folder) for the store \(path).",
                hint: "Make the folder first, or give another path with --store.")
        }
    }

    // A file without any write permission is somebody's wish, so it also binds root, whom the system would let through.
    private func checkWritable(_ path: String, named name: String) throws(StoreError) {
        let permissions = (attributes(path)?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard permissions & 0o222 != 0, FileManager.default.isWritableFile(atPath: path) else {
            throw .readOnly(name, path: path)
        }
    }

    // Every SQLite file begins with the same 16 bytes; an empty file is a store not yet begun.
    private func checkHeader() throws(StoreError) -> Bool {
        guard let file = FileHandle(forReadingAtPath: resolved), let header = try? file.read(upToCount: 16) else {
            if (attributes(resolved)?[.size] as? NSNumber)?.intValue == 0 { return true }
            throw .unreadable(path)
        }
        if header.isEmpty { return true }
        guard header == Data("SQLite format 3\0".utf8) else { throw .notADatabase(path) }
        return false
    }
}
