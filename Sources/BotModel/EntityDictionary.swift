import SourceText

/// A CSV dictionary, `id;synonym,synonym;value` (dsl.md 3.6): the entity `$entity<Name>` and `$Name`, and what it means.
package struct EntityDictionary: Sendable {
    /// Without `$`; empty when the file was required for its data only.
    package let name: String
    /// The script variable that holds the values by id, with `$` if it is written so.
    package let variable: String?
    /// The file, one of `Bot.files`.
    package let file: String
    package let records: [Record]

    package struct Record: Sendable {
        package let id: String
        package let synonyms: [Synonym]
        /// The third column as JSON.
        package let value: String
        /// The whole row in the file.
        package let span: SourceSpan
        package let line: Int
    }

    /// What people say for a record.
    package struct Synonym: Sendable, Hashable {
        package let text: String
        package let span: SourceSpan
    }

    /// `{"id": {"value": …}}`, as scripts see the dictionaries of one variable: together, in the order of their ids whatever that of the files.
    /// Of one id the last row counts.
    static func json(of dictionaries: [EntityDictionary]) -> String {
        let values = Dictionary(
            dictionaries.flatMap(\.records).map { ($0.id, $0.value) }, uniquingKeysWith: { _, last in last })
        let members = values.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }.map {
            JSONText.quoted($0.key) + ":{\"value\":" + $0.value + "}"
        }
        return "{" + members.joined(separator: ",") + "}"
    }
}
