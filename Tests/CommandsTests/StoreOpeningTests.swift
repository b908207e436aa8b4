import Foundation
import Testing

@testable import Commands

@Suite struct StoreOpeningTests {
    @Test(
        "a store is named without the password of its address",
        arguments: [
            ("postgres://me:se@cret@db.example:5432/calls", "postgres://me@db.example:5432/calls"),
            ("postgresql://me:secret@/calls?host=/run", "postgresql://me@/calls?host=/run"),
            ("postgres://me@db/calls", "postgres://me@db/calls"),
            ("postgres://db:5432/calls", "postgres://db:5432/calls"),
            ("postgres://", "postgres://"), ("my:odd@file.db", "my:odd@file.db"),
        ])
    func name(_ store: String, _ name: String) {
        #expect(StoreOpening.name(of: store) == name)
    }

    @Test("a PostgreSQL store that cannot be opened is told with what to do")
    func address() throws {
        let trouble = try #require(throws: Trouble.self) {
            try StoreOpening.open("postgres://me:secret@/calls?host=/nowhere", .readOnly)
        }
        #if Postgres
            #expect(trouble.message.contains("postgres://me@/calls?host=/nowhere cannot be reached"))
        #else
            #expect(trouble.hint?.contains("make build TRAITS=Postgres") == true)
        #endif
        #expect(!"\(trouble)".contains("secret"))
    }
}
