import CampaignModel
import Dialing

/// How commands read `--answers`.
enum AnswersOption {
    static func weights(_ list: String) throws -> [CallAnswers.Weight] {
        switch CallAnswers.weights(list) {
        case .success(let weights): return weights
        case .failure(let error):
            throw Trouble(
                .usage, "--answers: `\(error.piece)` is no outcome with a weight.",
                hint:
                    "Write noAnswer=45,busy=10,answered=45. Outcomes: \(AttemptOutcome.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
    }
}
