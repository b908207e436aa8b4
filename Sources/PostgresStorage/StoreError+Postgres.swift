import CampaignStorage

extension StoreError {
    /// What a refused statement means to the person at the keyboard.
    static func postgres(_ failure: PGFailure, _ address: PGAddress) -> StoreError {
        failure.isLost ? lost(failure, address) : postgres(failure.state, failure.message, store: address.name)
    }

    /// What one of PostgreSQL's codes means.
    ///
    /// - Parameter code: a SQLSTATE, <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
    package static func postgres(_ code: String, _ message: String, store: String) -> StoreError {
        switch code {
        case "55P03", "40001", "40P01", "57014":
            StoreError(
                .busy, "The store \(store) is held by another program; it did not let go within 5 seconds.",
                hint:
                    "Look for a ringback that hangs, or for a long transaction in pg_stat_activity. Nothing was changed."
            )
        case "53100", "53200":
            StoreError(
                .full, "The server of the store \(store) has no room left (\(message)); the last change was not kept.",
                hint: "Free some space there and try again. What was stored before is unharmed.")
        case "25006":
            StoreError(
                .readOnly, "The store \(store) is read-only there, and this has to be recorded.",
                hint: "A standby server takes no changes: give the address of the primary one.")
        case "42501":
            StoreError(
                .readOnly, "The store \(store) may not be changed by this user (\(message)).",
                hint:
                    "Give the user the right: GRANT ALL ON SCHEMA public TO user; or make the database the user's own.")
        case "22021", "22P05":
            StoreError(
                .unusable, "PostgreSQL cannot keep a text with the character U+0000 (\(message)).",
                hint: "Take the character out of the text. Nothing was changed.")
        case "42P01", "42703", "42883":
            StoreError(
                .unusable, "The store \(store) lacks something that it had when it was opened (\(message)).",
                hint: "Another program has changed its tables; bring back a copy of the database.")
        case "XX001", "XX002":
            StoreError(
                .unusable, "The database of the store \(store) is damaged (\(message)).",
                hint: "Bring back a copy of the database.")
        case let code where code.hasPrefix("23"):
            StoreError(.conflict, "The store \(store) refused a record that contradicts what it holds (\(message)).")
        default:
            StoreError(.unusable, "The store \(store) cannot be used (\(message), PostgreSQL code \(code)).")
        }
    }

    /// Why the server did not let us in.
    static func postgres(_ failure: PGFailure, connecting address: PGAddress) -> StoreError {
        switch failure.state {
        case "28P01", "28000":
            StoreError(
                .unusable, "The server of \(address.name) does not let this user in (\(failure.message)).",
                hint: "Give the right user in the address, and the password in PGPASSWORD or in ~/.pgpass.")
        case "3D000":
            StoreError(
                .missing, "The server of \(address.name) has no such database (\(failure.message)).",
                hint: "Make it: createdb \(address.database ?? address.user ?? "ringback")")
        case "57P03", "53300":
            StoreError(
                .busy, "The server of \(address.name) takes no connection now (\(failure.message)).",
                hint: "Wait until it has started, or has a connection to spare.")
        default:
            StoreError(
                .unusable, "The store \(address.name) cannot be reached (\(failure.message)).",
                hint: "Check that the server runs, and the address: postgres://USER@HOST:5432/DATABASE")
        }
    }

    private static func lost(_ failure: PGFailure, _ address: PGAddress) -> StoreError {
        StoreError(
            .unusable, "The connection to the store \(address.name) broke (\(failure.message)).",
            hint: "Nothing of the last change was kept. Check that the server runs, and try again.")
    }

    static func uncertainCommit(_ failure: PGFailure, _ address: PGAddress) -> StoreError {
        StoreError(
            .uncertain,
            "The connection to the store \(address.name) broke while a change was being kept (\(failure.message)): "
                + "it may have been kept or not.",
            hint: "Look into the store before you repeat it: `ringback campaign show`.")
    }

    static func badAddress(_ reason: String) -> StoreError {
        StoreError(
            .unusable, "The address of the store cannot be read: \(reason).",
            hint: "An address is postgres://USER@HOST:5432/DATABASE")
    }

    static func oldServer(_ address: PGAddress, version: Int) -> StoreError {
        StoreError(
            .unusable, "The server of \(address.name) is PostgreSQL \(version / 10000); a store needs 12 or later.",
            hint: "Use a later server, or a SQLite file as --store.")
    }
}

// MARK: Tables

extension StoreError {
    static func noSchema(_ address: PGAddress) -> StoreError {
        StoreError(
            .missing, "The database \(address.name) has no schema in which this user could keep a store.",
            hint: "Make the first schema of its search_path: CREATE SCHEMA …")
    }

    static func noStore(_ address: PGAddress) -> StoreError {
        StoreError(
            .missing, "There is no store in the database \(address.name).",
            hint: "`ringback call BOT --store \(address.name)` makes one; or name another with --store.")
    }

    static func foreignDatabase(_ address: PGAddress) -> StoreError {
        StoreError(
            .notADatabase,
            "The database \(address.name) holds tables of another program, not a Ringback store; it was left as it is.",
            hint: "Make a database of its own: createdb ringback")
    }

    static func newerVersion(_ address: PGAddress, found: Int, known: Int) -> StoreError {
        StoreError(
            .newerVersion,
            "The store \(address.name) has format version \(found); this ringback knows version \(known). "
                + "It was left as it is.",
            hint: "Use the newer ringback that made it, or another --store.")
    }

    static func olderVersion(_ address: PGAddress, found: Int, known: Int) -> StoreError {
        StoreError(
            .unusable,
            "The store \(address.name) has format version \(found) and must be brought to version \(known) "
                + "before it is read.",
            hint: "Any command that writes does it, `ringback call` for one.")
    }
}
