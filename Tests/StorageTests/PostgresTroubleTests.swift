#if Postgres
    import CampaignModel
    import CampaignStorage
    import Foundation
    import PostgresStorage
    import Testing

    @Suite struct PostgresTroubleTests {
        private let server: PostgresServer
        private let url: String
        private let store: PostgresCampaignStore

        init() throws {
            server = try PostgresServer.shared.get()
            url = try server.freshSchema()
            store = try PostgresCampaignStore(url: url, mode: .readWrite)
        }

        private func add(_ name: String, to transaction: any CampaignTransaction) throws(StoreError) {
            let campaign = Campaign.console(id: name, name: name, createdAt: Desk.start)
            try transaction.save(
                .campaign(campaign), because: .init(.campaignCreated, at: Desk.start, actor: "test", campaignId: name))
        }

        private func campaigns(_ store: PostgresCampaignStore) throws -> [String] {
            try store.read { reading throws(StoreError) in try reading.campaigns().map(\.name) }
        }

        /// Ends the connections of a store, as a restart of the server does.
        private func endConnections(_ url: String) throws {
            try server.run(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                    + "AND application_name = '\(name(of: url))'")
        }

        private func named(_ url: String) -> String { url + "&application_name=" + name(of: url) }
        private func name(of url: String) -> String { String(url.suffix(8).filter { $0.isLetter || $0.isNumber }) }

        @Test("connections that broke between transactions are made anew")
        func brokenBetween() throws {
            let store = try PostgresCampaignStore(url: named(url), mode: .readWrite)
            try store.transaction { transaction throws(StoreError) in try add("before", to: transaction) }
            try endConnections(url)
            try store.transaction { transaction throws(StoreError) in try add("after", to: transaction) }
            try endConnections(url)
            #expect(try campaigns(store) == ["after", "before"])
        }

        @Test("a transaction whose connection breaks before its commit is begun again, once")
        func brokenInside() throws {
            let store = try PostgresCampaignStore(url: named(url), mode: .readWrite)
            var runs = 0
            try store.transaction { transaction throws(StoreError) in
                runs += 1
                try add("run-\(runs)", to: transaction)
                if runs == 1 { try? endConnections(url) }
                try add("end-\(runs)", to: transaction)
            }
            #expect(try campaigns(store) == ["end-2", "run-2"])
            let error = #expect(throws: StoreError.self) {
                try store.transaction { transaction throws(StoreError) in
                    runs += 1
                    try? endConnections(url)
                    try add("never", to: transaction)
                }
            }
            #expect(runs == 4 && error?.kind == .unusable && error?.hint?.contains("Nothing") == true)
        }

        // The server ends the connection in the midst of its commit.
        @Test("a commit whose answer was lost is told, and not repeated")
        func brokenCommit() throws {
            try server.run(
                """
                CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON campaign DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION leave();
                """, at: url)
            var runs = 0
            let error = #expect(throws: StoreError.self) {
                try store.transaction { transaction throws(StoreError) in
                    runs += 1
                    try add("lost", to: transaction)
                }
            }
            #expect(runs == 1 && error?.kind == .uncertain && error?.hint?.contains("before you repeat it") == true)
            #expect(try campaigns(store).isEmpty)
        }

        @Test("transactions that wait for each other in a ring are begun again")
        func deadlock() throws {
            try store.transaction { transaction throws(StoreError) in
                for name in ["a", "b"] { try add(name, to: transaction) }
            }
            let (store, barrier) = (store, Meeting(2))
            try inThreads(2) { thread in
                let order = thread == 0 ? ["a", "b"] : ["b", "a"]
                try store.transaction { transaction throws(StoreError) in
                    _ = try transaction.lockCampaign(id: order[0])
                    barrier.arrive()
                    _ = try transaction.lockCampaign(id: order[1])
                    try transaction.note(.init(.campaignChanged, at: Desk.start, actor: "test", campaignId: order[1]))
                }
            }
            for name in ["a", "b"] {
                let seq = try store.read { reading throws(StoreError) in try reading.lastSeq(ofCampaign: name) }
                #expect(seq == 2)
            }
        }

        @Test("a server that is started again goes on with the store, and wakes its sleepers")
        func restart() throws {
            let server = try PostgresServer()
            let store = try PostgresCampaignStore(url: server.address(), mode: .readWrite)
            let waking = try store.waking()
            try store.transaction { transaction throws(StoreError) in try add("before", to: transaction) }
            #expect(try waking.waitForChange(timeout: 10))
            try server.restart()
            #expect(try waking.waitForChange(timeout: 10))
            #expect(try waking.waitForChange(timeout: 10))
            try store.transaction { transaction throws(StoreError) in try add("after", to: transaction) }
            #expect(try waking.waitForChange(timeout: 10))
            #expect(try campaigns(store) == ["after", "before"])
        }

        @Test("a sleeper hears of what another program writes, also before it slept, and of nothing else")
        func waking() throws {
            let other = try PostgresCampaignStore(url: url, mode: .readWrite)
            let waking = try store.waking()
            #expect(try !waking.waitForChange(timeout: 0))
            try other.transaction { transaction throws(StoreError) in try add("new", to: transaction) }
            #expect(try waking.waitForChange(timeout: 10))
            #expect(try !waking.waitForChange(timeout: 0))
            try other.transaction { transaction throws(StoreError) in
                try transaction.note(.init(.campaignChanged, at: Desk.start, actor: "test", campaignId: "new"))
            }
            let elsewhere = try PostgresCampaignStore(url: try server.freshSchema(), mode: .readWrite)
            try elsewhere.transaction { transaction throws(StoreError) in try add("other", to: transaction) }
            #expect(try !waking.waitForChange(timeout: 0))
        }
    }
#endif
