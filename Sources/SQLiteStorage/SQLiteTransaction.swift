import CampaignModel
import CampaignStorage
import GRDB

/// The reads and writes of one transaction, as SQL.
struct SQLiteTransaction: CampaignTransaction {
    private let database: Database
    private let path: String

    init(_ database: Database, path: String) {
        self.database = database
        self.path = path
    }

    func put(_ record: CampaignRecord) throws(StoreError) {
        try StoreError.translating(path) {
            switch record {
            case .campaign(let campaign): try campaign.write(database)
            case .number(let number): try number.write(database)
            case .series(let series): try series.write(database)
            case .attempt(let attempt): try attempt.write(database)
            }
        }
    }

    func append(_ event: CampaignEvent) throws(StoreError) {
        try StoreError.translating(path) { try event.write(database) }
    }

    func putClient(_ client: String, ofNumber id: String, bot: String) throws(StoreError) {
        let sql = """
            INSERT INTO client (numberId, bot, data) VALUES (?, ?, ?)
            ON CONFLICT (numberId, bot) DO UPDATE SET data = excluded.data
            """
        try StoreError.translating(path) {
            try database.cachedStatement(sql: sql).execute(arguments: [id, bot, client])
        }
    }

    func campaigns() throws(StoreError) -> [Campaign] {
        try all("SELECT * FROM campaign ORDER BY name")
    }

    func campaign(named name: String) throws(StoreError) -> Campaign? {
        try first("SELECT * FROM campaign WHERE name = ?", [name])
    }

    func campaign(id: String) throws(StoreError) -> Campaign? {
        try first("SELECT * FROM campaign WHERE id = ?", [id])
    }

    func numbers(ofCampaign id: String) throws(StoreError) -> [CampaignNumber] {
        try all("SELECT * FROM number WHERE campaignId = ? ORDER BY position", [id])
    }

    func numberStates(ofCampaign id: String) throws(StoreError) -> [NumberState: Int] {
        let sql = "SELECT state, count(*) FROM number WHERE campaignId = ? GROUP BY state"
        let rows = try StoreError.translating(path) { try Row.fetchAll(database, sql: sql, arguments: [id]) }
        return rows.reduce(into: [:]) { counts, row in
            if let state = NumberState(rawValue: row[0]) { counts[state] = row[1] }
        }
    }

    func number(id: String) throws(StoreError) -> CampaignNumber? {
        try first("SELECT * FROM number WHERE id = ?", [id])
    }

    func number(phone: String, ofCampaign id: String) throws(StoreError) -> CampaignNumber? {
        let key = CampaignNumber.key(of: phone)
        return try first("SELECT * FROM number WHERE campaignId = ? AND phoneKey = ?", [id, key])
    }

    func client(ofNumber id: String, bot: String) throws(StoreError) -> String? {
        let sql = "SELECT data FROM client WHERE numberId = ? AND bot = ?"
        return try StoreError.translating(path) { try String.fetchOne(database, sql: sql, arguments: [id, bot]) }
    }

    func series(id: String) throws(StoreError) -> Series? {
        try first("SELECT * FROM series WHERE id = ?", [id])
    }

    func series(ofNumber id: String) throws(StoreError) -> [Series] {
        try all("SELECT * FROM series WHERE numberId = ? ORDER BY ordinal", [id])
    }

    func openSeries(ofCampaign id: String) throws(StoreError) -> [Series] {
        try all(
            """
            SELECT series.* FROM series JOIN number ON number.id = series.numberId
            WHERE number.campaignId = ? AND series.state = 'open'
            """, [id])
    }

    func attempt(id: String) throws(StoreError) -> Attempt? {
        try first("SELECT * FROM attempt WHERE id = ?", [id])
    }

    func attempts(ofNumber id: String) throws(StoreError) -> [Attempt] {
        try all("SELECT * FROM attempt WHERE numberId = ? ORDER BY ordinalInNumber", [id])
    }

    func attempts(ofCampaign id: String) throws(StoreError) -> [Attempt] {
        try all(
            """
            SELECT attempt.id, numberId, seriesId, ordinalInSeries, ordinalInNumber, attempt.state, outcome, plannedAt,
                committedAt, answeredAt, endedAt, endedBy, NULL AS conversation
            FROM number JOIN attempt ON attempt.numberId = number.id
            WHERE number.campaignId = ? ORDER BY number.position, ordinalInNumber
            """, [id])
    }

    func events(ofCampaign id: String, from seq: Int) throws(StoreError) -> [CampaignEvent] {
        try all("SELECT * FROM event WHERE campaignId = ? AND seq >= ? ORDER BY seq", [id, seq])
    }

    func lastSeq(ofCampaign id: String) throws(StoreError) -> Int {
        let sql = "SELECT max(seq) FROM event WHERE campaignId = ?"
        return try StoreError.translating(path) {
            try Int.fetchOne(database, sql: sql, arguments: [id]) ?? 0
        }
    }

    private func all<Record: SQLiteRow>(
        _ sql: String, _ arguments: StatementArguments = []
    ) throws(StoreError) -> [Record] {
        try StoreError.translating(path) {
            try Record.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments)
        }
    }

    private func first<Record: SQLiteRow>(
        _ sql: String, _ arguments: StatementArguments
    ) throws(StoreError) -> Record? {
        try StoreError.translating(path) {
            try Record.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments)
        }
    }
}
