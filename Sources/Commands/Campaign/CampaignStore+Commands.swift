import CampaignModel
import CampaignStorage
import CivilTime

/// What campaign commands ask of a store, with errors that say what to do.
extension CampaignStore {
    /// The campaign of that name, or what the store has instead.
    func known(_ name: String, in path: String) throws -> Campaign {
        let found: (campaign: Campaign?, names: [String])
        do {
            found = try read { reading throws(StoreError) in
                if let campaign = try reading.campaign(named: name) { return (campaign, []) }
                return (nil, try reading.campaigns().map(\.name))
            }
        } catch {
            throw Trouble(error)
        }
        guard let campaign = found.campaign else { throw Self.unknown(name, in: path, among: found.names) }
        return campaign
    }

    private static func unknown(_ name: String, in path: String, among names: [String]) -> Trouble {
        let hint = nearestName(to: name, among: names).map { "There is `\($0)`; did you mean that?" }
        let all = names.isEmpty ? "It has no campaigns yet." : "It has: \(names.prefix(20).joined(separator: ", "))."
        return .badInput("There is no campaign `\(name)` in \(path).", hint: hint ?? all)
    }

    /// A transaction whose failure ends the command with a sentence.
    func change<Result>(_ body: (any CampaignTransaction) throws(StoreError) -> Result) throws -> Result {
        do { return try transaction(body) } catch { throw Trouble(error) }
    }

    /// A reading whose failure ends the command with a sentence.
    func look<Result>(_ body: (any CampaignReading) throws(StoreError) -> Result) throws -> Result {
        do { return try read(body) } catch { throw Trouble(error) }
    }
}
