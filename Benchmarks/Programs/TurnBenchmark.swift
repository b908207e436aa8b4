import BotModel
import BotRuntime
import Conversations
import Foundation

/// A turn with a script block against one without.
func benchTurns(of path: String) throws {
    let runtime = try BotRuntime(bot: BotLoader.load(path).0)
    let call = CallFacts(number: "+16500000000")
    let now = Date(timeIntervalSince1970: 1_795_424_400)
    var random = RandomSource.queue([])
    func turn(_ text: String) -> Double {
        let rounds = (0..<2000).map { _ in
            seconds { _ = runtime.turn(ConversationState(), .text(text), in: call, at: now, random: &random) }
        }
        return median(rounds)
    }
    let plain = turn("purple elephants")
    let scripted = turn("please call me back in an hour")
    show("turn with a script block (redial + hangUp)", scripted * 1e6, "µs", scripted / plain, "a turn without script")
    show("turn without script", plain * 1e6, "µs", plain / scripted, "a turn with one")
    print(scripted < 0.001 ? "  bar: below 1 ms: met" : "  bar: below 1 ms: MISSED")
}
