import SourceText

/// How a bot asks for what an intent lacks (dsl.md 8.3): `slotfilling` of `injector`.
package struct SlotFillingSettings: Sendable, Hashable {
    /// `maxSlotRetries`: how many answers the caller may give to the question for one slot.
    package var mostAnswers = 2
    /// `stopOnAnyIntent`, `stopOnAnyIntentThreshold`: whether an intent that is surer than that ends the asking.
    package var stopsOnIntent = false
    package var threshold = 0.2

    init(_ value: DataValue?) {
        mostAnswers = max(1, value?["maxSlotRetries"]?.whole ?? mostAnswers)
        stopsOnIntent = value?["stopOnAnyIntent"].map { $0.flag ?? ($0.text == "true") } ?? stopsOnIntent
        threshold = value?["stopOnAnyIntentThreshold"]?.number ?? threshold
    }
}

// The part of the standard library that asks for slots. It hands the talk over to a bot of the platform; here the dialog asks itself.
extension ProjectReader {
    /// Whether a require means that file, in the library or in a copy of it.
    func isSlotFilling(_ written: String, _ requirement: Requirement) -> Bool {
        guard ProjectPath.joined("", written).lowercased().hasSuffix("slotfilling/slotfilling.sc") else { return false }
        guard requirement.module == nil else { return true }
        let folder =
            written.hasPrefix("/") ? requirement.home.sourceFolder : ProjectPath.folder(of: requirement.file.path)
        guard case .text(let file) = project.read(ProjectPath.joined(folder, written)) else { return false }
        return file.text.split(separator: "\n").contains { $0.trimmed == "theme: /SlotFilling" }
    }

    /// Switches slot filling on. What the file declares exists and does nothing: states without reactions.
    mutating func useSlotFilling(_ requirement: Requirement) {
        vocabulary.fillsSlots = true
        for name in ["empty", "return"] {
            vocabulary.libraries.states.insert(StatePath(requirement.prefix.names + ["SlotFilling", name]))
        }
    }
}
