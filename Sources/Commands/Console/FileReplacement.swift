import FoundationEssentials
import Glibc

/// Writes a file anew so that at every moment either the old text or the new one is there whole.
enum FileReplacement {
    /// The new bytes go to a temporary file in the same folder, which then takes the old one's name and permissions.
    static func write(_ bytes: [UInt8], to path: String, shown: String) throws {
        guard access(path, W_OK) == 0, let target = realpath(path, nil) else {
            throw failure(shown, hint: "Check its permissions.")
        }
        defer { free(target) }
        let real = String(cString: target)
        var info = stat()
        guard stat(real, &info) == 0 else { throw failure(shown) }
        var template = Array((folder(of: real) + "/.ringback-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw failure(shown, hint: "The new text is first written beside it: check the folder's permissions.")
        }
        let isWritten = fill(descriptor, bytes, like: info)
        guard close(descriptor) == 0, isWritten, rename(template, real) == 0 else {
            let trouble = failure(shown)
            unlink(template)
            throw trouble
        }
    }

    private static func fill(_ descriptor: Int32, _ bytes: [UInt8], like info: stat) -> Bool {
        // Only root may give a file away; for all others it is theirs already or stays theirs.
        if getuid() == 0 { _ = fchown(descriptor, info.st_uid, info.st_gid) }
        guard fchmod(descriptor, info.st_mode & 0o7777) == 0 else { return false }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return fsync(descriptor) == 0
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    private static func failure(_ shown: String, hint: String? = nil) -> Trouble {
        Trouble(.inputOutput, "`\(shown)` cannot be written: \(String(cString: strerror(errno))).", hint: hint)
    }
}
