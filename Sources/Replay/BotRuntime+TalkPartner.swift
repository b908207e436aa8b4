import BotModel
import BotRuntime
import SourceText

extension BotRuntime: TalkPartner {
    package func missing(state path: String) -> MissingState? {
        // Of a library that is not there nobody knows the states.
        guard !bot.vocabulary.libraries.areOpen, bot.resolve(path, from: .root) == nil else { return nil }
        let wanted = StatePath(path)
        // Tests of the platform write states in other letters, too.
        guard !bot.states.contains(where: { $0.path.description.lowercased() == wanted.description.lowercased() })
        else { return nil }
        let namesake = bot.states.first { $0.path.names.last == wanted.names.last }?.path.description
        return MissingState(
            path: path,
            nearest: namesake
                ?? Spelling.nearest(to: wanted.description, among: bot.states.lazy.map(\.path.description)))
    }
}
