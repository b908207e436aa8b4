#if Postgres
    import CampaignModel
    import CampaignStorage
    import Foundation
    import PostgresStorage
    import Testing

    @Suite struct PostgresStoreTests {
        private let url: String
        private let server: PostgresServer

        init() throws {
            server = try PostgresServer.shared.get()
            url = try server.freshSchema()
        }

        private func refusal(_ url: String, _ mode: StoreMode = .readWrite) throws -> StoreError {
            try #require(throws: StoreError.self) { try PostgresCampaignStore(url: url, mode: mode) }
        }

        @Test("what was kept is there when the store is opened again, also by programs that open it at once")
        func openedAgain() throws {
            try inThreads(4) { [url] worker in
                let store = try PostgresCampaignStore(url: url, mode: .readWrite)
                for call in 0..<5 {
                    let ledger = try Desk.call(store, number: "\(worker)-\(call)", seed: UInt64(worker * 100 + call))
                    _ = try ledger.keep(turn(anHourLater(than: Desk.start)), at: Desk.start)
                    try ledger.end(at: Desk.start, by: .bot)
                }
            }
            try PostgresCampaignStore(url: url, mode: .readOnly).read { reading throws(StoreError) in
                let campaigns = try reading.campaigns()
                #expect(campaigns.count == 1)
                #expect(try reading.numbers(ofCampaign: campaigns[0].id).count == 20)
                let events = try reading.events(ofCampaign: campaigns[0].id, from: 1)
                #expect(events.map(\.seq) == Array(1...events.count))
            }
        }

        @Test("a commit waits for the disk, whatever the server or the user has set")
        func synchronousCommit() throws {
            for weaker in ["off", "local"] {
                let store = try PostgresCampaignStore(
                    url: url + "%20-csynchronous_commit%3D" + weaker, mode: .readWrite)
                #expect(try store.setting("synchronous_commit") == "on")
            }
            let store = try PostgresCampaignStore(
                url: url + "%20-csynchronous_commit%3Dremote_apply", mode: .readWrite)
            #expect(try store.setting("synchronous_commit") == "remote_apply")
        }

        @Test("a store of a newer ringback is refused with both versions")
        func newerVersion() throws {
            _ = try PostgresCampaignStore(url: url, mode: .readWrite)
            try server.run(#"INSERT INTO "ringbackMigration" ("version") VALUES (99)"#, at: url)
            for mode in [StoreMode.readWrite, .readOnly] {
                let error = try refusal(url, mode)
                #expect(
                    error.kind == .newerVersion && error.message.contains("version 99; this ringback knows version 1"))
            }
        }

        @Test("an empty database is no store to look into, and stays empty")
        func emptyDatabase() throws {
            let error = try refusal(url, .readOnly)
            #expect(error.kind == .missing && error.hint?.contains("ringback call BOT --store postgres://") == true)
            #expect(
                try server.run("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()", at: url) == [["0"]]
            )
        }

        @Test("tables of another program are left as they are")
        func foreignTables() throws {
            try server.run("CREATE TABLE campaign (x int)", at: url)
            for mode in [StoreMode.readWrite, .readOnly] { #expect(try refusal(url, mode).kind == .notADatabase) }
        }

        @Test("a store that is open to look at takes no writes")
        func readOnly() throws {
            _ = try PostgresCampaignStore(url: url, mode: .readWrite)
            let store = try PostgresCampaignStore(url: url, mode: .readOnly)
            let error = #expect(throws: StoreError.self) { try Desk.call(store) }
            #expect(error?.kind == .readOnly && error?.hint != nil)
        }

        @Test(
            "the log is never changed or removed",
            arguments: ["UPDATE event SET seq = 7", "DELETE FROM event", "TRUNCATE event"])
        func logStays(_ sql: String) throws {
            _ = try Desk.call(try PostgresCampaignStore(url: url, mode: .readWrite))
            let error = #expect(throws: StoreError.self) { try server.run(sql, at: url) }
            #expect(error?.message.contains("the log of a campaign is never changed") == true)
        }

        @Test("a text with U+0000 is refused, and nothing of its change is kept")
        func zeroCharacter() throws {
            let store = try PostgresCampaignStore(url: url, mode: .readWrite)
            let error = #expect(throws: StoreError.self) { try Desk.call(store, number: "1\0") }
            #expect(error?.message.contains("U+0000") == true && error?.hint != nil)
            #expect(try store.read { reading throws(StoreError) in try reading.campaigns() }.isEmpty)
        }

        @Test("an error that a body swallows still takes its transaction back")
        func swallowedError() throws {
            let store = try PostgresCampaignStore(url: url, mode: .readWrite)
            let error = #expect(throws: StoreError.self) {
                try store.transaction { transaction throws(StoreError) in
                    let campaign = Campaign.console(id: "c", name: "c", createdAt: Desk.start)
                    try transaction.put([.campaign(campaign)])
                    let stray = CampaignNumber(id: "n", campaignId: "none", phone: "1", reason: "", addedAt: Desk.start)
                    try? transaction.put([.number(stray)])
                }
            }
            #expect(error?.kind == .conflict)
            #expect(try store.read { reading throws(StoreError) in try reading.campaigns() }.isEmpty)
        }

        // MARK: Addresses

        @Test("an address that libpq cannot read")
        func badAddress() throws {
            let error = try refusal("postgres://[::1/db")
            #expect(error.message.contains("cannot be read") && error.hint?.contains("postgres://USER") == true)
        }

        @Test("nobody answers there; the password is not told")
        func noServer() throws {
            let error = try refusal("postgres://me:secret@/db?host=/nowhere&port=7")
            #expect(error.message.contains("postgres://me@:7/db?host=/nowhere cannot be reached"))
            #expect(!"\(error)".contains("secret"))
        }

        @Test("no such database, no such user, no schema")
        func strangers() throws {
            let folder = server.address()
            let database = try refusal(folder.replacing("/postgres?", with: "/elsewhere?"))
            #expect(database.kind == .missing && database.hint == "Make it: createdb elsewhere")
            let user = try refusal(folder.replacing("test@", with: "nobody@"))
            #expect(user.message.contains("does not let this user in"))
            let schema = try refusal(server.address("&options=-csearch_path%3Dnone"))
            #expect(schema.kind == .missing && schema.message.contains("no schema"))
        }

        @Test(
            "PostgreSQL's codes become kinds with a hint",
            arguments: [
                ("55P03", StoreError.Kind.busy), ("40P01", .busy), ("53100", .full), ("25006", .readOnly),
                ("42501", .readOnly), ("XX001", .unusable), ("42P01", .unusable), ("22021", .unusable),
            ])
        func codes(_ code: String, _ kind: StoreError.Kind) {
            let error = StoreError.postgres(code, "words of PostgreSQL", store: "postgres://a/b")
            #expect(error.kind == kind && error.hint != nil)
        }

        @Test("the order of calls is read from its index, whatever a server knows of the table")
        func plan() throws {
            let store = try PostgresCampaignStore(url: url, mode: .readWrite)
            try Desk(store: store).makeDueNumbers(3000)
            for preparing in ["SELECT 1", "ANALYZE"] {
                try server.run(preparing, at: url)
                for limit in [1, 50] {
                    let sql = PostgresText.dueNumbers.replacing("$1", with: "'\(Desk.campaignId)'")
                        .replacing("$2", with: "\(limit)")
                    let plan = try server.run("EXPLAIN " + sql + " FOR UPDATE SKIP LOCKED", at: url)
                    let text = plan.compactMap { $0[0] }.joined(separator: "\n")
                    #expect(text.contains("numberDue") && !text.contains("Sort"), "\(text)")
                }
            }
        }
    }
#endif
