import CampaignModel
import CampaignStorage
import FoundationEssentials
import GRDB

extension SQLiteTransaction {
    func campaigns() throws(StoreError) -> [Campaign] { try all("ORDER BY name") }
    func campaign(named name: String) throws(StoreError) -> Campaign? { try first("WHERE name = ?", [name]) }
    func campaign(id: String) throws(StoreError) -> Campaign? { try first("WHERE id = ?", [id]) }

    // MARK: Numbers

    func numbers(ofCampaign id: String, after seq: Int, limit: Int) throws(StoreError) -> [CampaignNumber] {
        try all("WHERE campaignId = ? AND seq > ? ORDER BY seq LIMIT ?", [id, seq, limit])
    }

    func lastNumberSeq(ofCampaign id: String) throws(StoreError) -> Int {
        try number("SELECT max(seq) FROM number WHERE campaignId = ?", [id])
    }

    func numberStates(ofCampaign id: String) throws(StoreError) -> [NumberState: Int] {
        let sql = "SELECT state, count(*) FROM number WHERE campaignId = ? GROUP BY state"
        let rows = try StoreError.translating(path) { try Row.fetchAll(database, sql: sql, arguments: [id]) }
        return rows.reduce(into: [:]) { counts, row in
            if let state = NumberState(rawValue: row[0]) { counts[state] = row[1] }
        }
    }

    func number(id: String) throws(StoreError) -> CampaignNumber? { try first("WHERE id = ?", [id]) }

    func numbers(phoneKey: String, ofCampaign id: String) throws(StoreError) -> [CampaignNumber] {
        try all("WHERE campaignId = ? AND phoneKey = ? ORDER BY seq", [id, phoneKey])
    }

    func numbers(phoneKeys: [String], ofCampaign id: String?) throws(StoreError) -> [CampaignNumber] {
        let ofCampaign = id == nil ? "" : " AND campaignId = ?"
        return try pieces(of: phoneKeys, and: id) { "WHERE phoneKey IN (\($0))\(ofCampaign)" }
    }

    func numbers(ofContact id: String) throws(StoreError) -> [CampaignNumber] {
        try all("WHERE contactId = ? ORDER BY placeInContact", [id])
    }

    func contact(id: String) throws(StoreError) -> Contact? { try first("WHERE id = ?", [id]) }

    func openNumbers(ofCampaign id: String, limit: Int) throws(StoreError) -> [CampaignNumber] {
        try all("WHERE campaignId = ? AND \(Self.open) LIMIT ?", [id, limit])
    }

    func client(ofNumber id: String, bot: String) throws(StoreError) -> String? {
        let sql = "SELECT data FROM client WHERE numberId = ? AND bot = ?"
        return try StoreError.translating(path) { try String.fetchOne(database, sql: sql, arguments: [id, bot]) }
    }

    // MARK: The order of calls

    func dueNumbers(ofCampaign id: String, limit: Int) throws(StoreError) -> [CampaignNumber] {
        try all("WHERE campaignId = ? AND isDue = 1 ORDER BY \(Self.callOrder) LIMIT ?", [id, limit])
    }

    func turningNumbers(ofCampaign id: String, at now: Date, limit: Int) throws(StoreError) -> [CampaignNumber] {
        try all(
            "WHERE campaignId = ? AND turnsAt IS NOT NULL AND turnsAt <= ? ORDER BY turnsAt LIMIT ?",
            [id, now.microseconds, limit])
    }

    func nextTurn(ofCampaign id: String) throws(StoreError) -> Date? {
        let sql = "SELECT min(turnsAt) FROM number WHERE campaignId = ? AND turnsAt IS NOT NULL"
        return try StoreError.translating(path) {
            try Int64.fetchOne(try database.cachedStatement(sql: sql), arguments: [id]).map(Date.init(microseconds:))
        }
    }

    func dueAhead(of number: CampaignNumber, limit: Int) throws(StoreError) -> Int {
        // A comparison with NULL is neither true nor false, so nothing counts as the earliest moment, as in the order.
        let fields = """
            priority, -hasOwnPolicy, ifnull(windowEnd, \(Int64.max)), ifnull(windowStart, \(Int64.min)),
            ifnull(nextDueAt, \(Int64.min)), seq
            """
        let sql = """
            SELECT count(*) FROM (SELECT 1 FROM number
            WHERE campaignId = ? AND isDue = 1 AND (\(fields)) < (SELECT \(fields) FROM number WHERE id = ?) LIMIT ?)
            """
        return try self.number(sql, [number.campaignId, number.id, limit])
    }

    /// The columns of the index `numberDue`.
    static let callOrder = "priority, hasOwnPolicy DESC, ifnull(windowEnd, \(Int64.max)), windowStart, nextDueAt, seq"
    /// The condition of the index `numberOpen`, word for word.
    static let open =
        "(state = 'planned' OR state = 'waiting' OR state = 'committed' OR state = 'inCall' OR state = 'onRetry')"

    // MARK: Series and attempts

    func series(ids: [String]) throws(StoreError) -> [Series] {
        try pieces(of: ids) { marks in "WHERE id IN (\(marks))" }
    }

    func series(ofNumber id: String) throws(StoreError) -> [Series] {
        try all("WHERE numberId = ? ORDER BY ordinal", [id])
    }

    func openSeries(ofCampaign id: String) throws(StoreError) -> [Series] {
        try all("WHERE state = 'open' AND numberId IN (SELECT id FROM number WHERE campaignId = ?)", [id])
    }

    func attempt(id: String) throws(StoreError) -> Attempt? { try first("WHERE id = ?", [id]) }

    func attempts(ofNumber id: String) throws(StoreError) -> [Attempt] {
        try all("WHERE numberId = ? ORDER BY ordinalInNumber", [id])
    }

    func attempts(ofNumbers ids: [String]) throws(StoreError) -> [Attempt] {
        let found: [Attempt] = try pieces(of: ids) { "WHERE numberId IN (\($0)) ORDER BY numberId, ordinalInNumber" }
        return found.map(\.withoutTalk)
    }

    func attemptCount(ofCampaign id: String) throws(StoreError) -> Int {
        try number("SELECT count(*) FROM attempt WHERE campaignId = ? AND state <> 'notDialed'", [id])
    }

    func liveAttempts(ofCampaign id: String?) throws(StoreError) -> [Attempt] {
        // `+`: the few live ones are sorted; without it all attempts would be looked through in the order of their ids.
        let found: [Attempt] =
            if let id { try all("WHERE \(Self.live) AND campaignId = ? ORDER BY +id", [id]) } else {
                try all("WHERE \(Self.live) ORDER BY +id")
            }
        return found.map(\.withoutTalk)
    }

    func liveCounts(ofCampaign id: String) throws(StoreError) -> LiveCounts {
        let sql =
            "SELECT count(*), ifnull(sum(state <> 'answered'), 0) FROM attempt WHERE \(Self.live) AND campaignId = ?"
        return try StoreError.translating(path) {
            let row = try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: [id])
            return LiveCounts(live: row?[0] ?? 0, unanswered: row?[1] ?? 0)
        }
    }

    func phonesInCalls(among keys: [String], uncertainSince: Date) throws(StoreError) -> Set<String> {
        var phones: Set<String> = []
        for piece in keys.pieces {
            let marks = SQLiteText.marks(piece.count)
            let sql = """
                SELECT phoneKey FROM attempt WHERE \(Self.live) AND phoneKey IN (\(marks))
                UNION SELECT phoneKey FROM attempt
                WHERE state = 'uncertain' AND phoneKey IN (\(marks)) AND committedAt > ?
                """
            let arguments = StatementArguments(piece + piece) + [uncertainSince.microseconds]
            phones.formUnion(
                try StoreError.translating(path) {
                    try String.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments)
                })
        }
        return phones
    }

    func suppressions(ofPhones keys: [String]) throws(StoreError) -> [Suppression] {
        try pieces(of: keys) { "WHERE phoneKey IN (\($0))" }
    }

    func suppressions(after key: String, limit: Int) throws(StoreError) -> [Suppression] {
        try all("WHERE phoneKey > ? ORDER BY phoneKey, id LIMIT ?", [key, limit])
    }

    // MARK: The log

    func events(ofCampaign id: String, from seq: Int) throws(StoreError) -> [CampaignEvent] {
        let sql =
            SQLiteText.select(CampaignEvent.table, CampaignEvent.columns)
            + "WHERE campaignId = ? AND seq >= ? ORDER BY seq"
        return try StoreError.translating(path) {
            try database.rows(try database.cachedStatement(sql: sql), [id, seq]).map { values in
                var reader = RowReader(values, of: CampaignEvent.table)
                return try CampaignEvent(&reader)
            }
        }
    }

    func lastSeq(ofCampaign id: String) throws(StoreError) -> Int {
        try number("SELECT max(seq) FROM event WHERE campaignId = ?", [id])
    }

    // MARK: Asking

    private func all<Record: RowRecord>(
        _ condition: String, _ arguments: [(any DatabaseValueConvertible)?] = []
    ) throws(StoreError) -> [Record] {
        try StoreError.translating(path) { try database.records(condition, arguments) }
    }

    private func first<Record: RowRecord>(
        _ condition: String, _ arguments: [(any DatabaseValueConvertible)?]
    ) throws(StoreError) -> Record? {
        let found: [Record] = try all(condition, arguments)
        return found.first
    }

    /// Asks for many keys a few hundred at a time, as SQLite takes no more in one statement.
    private func pieces<Record: RowRecord>(
        of keys: [String], and last: String? = nil, _ condition: (String) -> String
    ) throws(StoreError) -> [Record] {
        var found: [Record] = []
        for piece in keys.pieces {
            found += try all(condition(SQLiteText.marks(piece.count)), piece + (last.map { [$0] } ?? []))
        }
        return found
    }

    private func number(_ sql: String, _ arguments: StatementArguments) throws(StoreError) -> Int {
        try StoreError.translating(path) {
            try Int.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments) ?? 0
        }
    }
}

extension [String] {
    fileprivate var pieces: [[String]] {
        stride(from: 0, to: count, by: 400).map { Array(self[$0..<Swift.min($0 + 400, count)]) }
    }
}
