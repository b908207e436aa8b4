import Dialog
import Synchronization
import Utterances

/// The dialog machine of a bot, made when somebody first asks it something: a bot that is only checked needs no patterns ready to match.
package final class MachineOnDemand: Sendable {
    package let words: any WordForms
    private let make: @Sendable () -> DialogMachine
    private let made = Mutex<DialogMachine?>(nil)

    /// - Parameter words: those that the machine is made with.
    package init(words: any WordForms, _ make: @escaping @Sendable () -> DialogMachine) {
        self.words = words
        self.make = make
    }

    package var machine: DialogMachine {
        made.withLock { made in
            if let made { return made }
            let machine = make()
            made = machine
            return machine
        }
    }
}
