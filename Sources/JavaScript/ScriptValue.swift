/// A JavaScript value that crosses the border between script and host: data only, no functions.
package indirect enum ScriptValue: Sendable, Hashable {
    case undefined
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    /// A `Date`, as milliseconds since 1970 (`NaN` for an invalid date).
    case date(Double)
    case array([ScriptValue])
    /// Members in the order of the object.
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let key: String
        package let value: ScriptValue

        package init(_ key: String, _ value: ScriptValue) {
            self.key = key
            self.value = value
        }
    }

    /// The member of an object with this name; of several with the same name the last, as in a script.
    package subscript(_ key: String) -> ScriptValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }
}
