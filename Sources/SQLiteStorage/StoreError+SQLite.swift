import CampaignStorage
import GRDB

extension StoreError {
    /// Runs the body and turns whatever it throws into a sentence about the store at `path`.
    static func translating<Result>(_ path: String, _ body: () throws -> Result) throws(StoreError) -> Result {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            throw sqlite(error.resultCode.rawValue, error.message ?? "no message", path: path)
        } catch {
            throw StoreError(.unusable, "The store \(path) holds something this program cannot read: \(error).")
        }
    }

    /// What one of SQLite's result codes means to the person at the keyboard.
    ///
    /// - Parameter code: a primary result code, <https://www.sqlite.org/rescode.html>.
    package static func sqlite(_ code: Int32, _ message: String, path: String) -> StoreError {
        switch ResultCode(rawValue: code) {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            StoreError(
                .busy, "The store \(path) is held by another program; it did not let go within 5 seconds.",
                hint: "End the other ringback that works on it, or use another --store. Nothing was changed.")
        case .SQLITE_FULL:
            StoreError(
                .full, "There is no room left on the disk of the store \(path); the last change was not kept.",
                hint: "Free some space and try again. What was stored before is unharmed.")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: readOnly("store \(path)", path: path)
        case .SQLITE_NOTADB: notADatabase(path)
        case .SQLITE_CORRUPT:
            StoreError(
                .unusable, "The store \(path) is damaged (\(message)).",
                hint: "Bring back a copy, or save what can be read: sqlite3 \(path) .recover")
        case .SQLITE_CANTOPEN:
            StoreError(
                .unusable, "The store \(path) cannot be opened (\(message)).",
                hint: "Check that you may read it and write into its folder.")
        case .SQLITE_CONSTRAINT:
            StoreError(.conflict, "The store \(path) refused a record that contradicts what it holds (\(message)).")
        default:
            StoreError(.unusable, "The store \(path) cannot be used (\(message), SQLite code \(code)).")
        }
    }

    static func noStore(_ path: String) -> StoreError {
        StoreError(
            .missing, "There is no store at \(path).",
            hint: "`ringback call BOT --store \(path)` makes one; or name another with --store.")
    }

    static func replaced(_ path: String) -> StoreError {
        StoreError(
            .missing, "The store \(path) was removed or replaced by another file while this program works on it.",
            hint:
                "Put the file back, or end this program and begin again with the new file. Nothing is written meanwhile."
        )
    }

    static func notAFile(_ path: String, isFolder: Bool) -> StoreError {
        StoreError(
            .notADatabase, "\(path) is \(isFolder ? "a folder" : "no ordinary file"); a store is a file.",
            hint: isFolder ? "Name a file in it: --store \(path)/ringback.db" : "Name another file with --store.")
    }

    static func readOnly(_ name: String, path: String) -> StoreError {
        StoreError(
            .readOnly, "The \(name) is read-only, and the call has to be recorded there.",
            hint: "Allow writing (chmod u+w \(path)), or use another --store.")
    }

    static func unreadable(_ path: String) -> StoreError {
        StoreError(
            .unusable, "The store \(path) cannot be read.", hint: "Check its permissions, or use another --store.")
    }

    static func notADatabase(_ path: String) -> StoreError {
        StoreError(
            .notADatabase, "\(path) is not a SQLite database; it was left as it is.",
            hint: "A store is made by ringback itself. Name another file with --store.")
    }

    static func foreignDatabase(_ path: String) -> StoreError {
        StoreError(
            .notADatabase,
            "\(path) is a SQLite database of another program, not a Ringback store; it was left as it is.",
            hint: "Name another file with --store.")
    }

    static func newerVersion(_ path: String, found: Int, known: Int) -> StoreError {
        StoreError(
            .newerVersion,
            "The store \(path) has format version \(found); this ringback knows version \(known). It was left as it is.",
            hint: "Use the newer ringback that made it, or another --store.")
    }

    static func olderVersion(_ path: String, found: Int, known: Int) -> StoreError {
        StoreError(
            .unusable,
            "The store \(path) has format version \(found) and must be brought to version \(known) before it is read.",
            hint: "Any command that writes does it, `ringback call` for one.")
    }
}
