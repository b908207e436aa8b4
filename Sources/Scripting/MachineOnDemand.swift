import BotModel
import Dialog
import Synchronization
import Utterances

/// The dialog machine of a bot, made when somebody first asks it something: a bot that is only checked needs no patterns ready to match.
package final class MachineOnDemand: Sendable {
    private let bot: Bot
    package let words: any WordForms
    private let made = Mutex<DialogMachine?>(nil)

    package init(bot: Bot, words: any WordForms) {
        self.bot = bot
        self.words = words
    }

    package var machine: DialogMachine {
        made.withLock { made in
            if let made { return made }
            let machine = DialogMachine(bot: bot, words: words)
            made = machine
            return machine
        }
    }
}
