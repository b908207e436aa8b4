import BotModel
import Understanding

/// An intent whose phrases are like a text, and why it is not recognised all the same.
package struct NearIntent: Sendable {
    package let intent: Intent
    /// Its phrase that is the likest.
    package let phrase: NearPhrase
    /// How sure it is, from 0 to 1; 1 when the text is one of its phrases word for word.
    package let confidence: Double
    /// `nil` when it is recognised.
    package let hindrance: IntentHindrance?
    /// Another intent for which the same words speak nearly as much; `nil` when there is none, or the text is one of its phrases.
    package let rival: Rival?

    /// An intent that makes another less sure.
    package struct Rival: Sendable {
        package let intent: Intent
        /// How much surer the other would be without it.
        package let doubt: Double
    }
}

/// Why an intent is not recognised though its phrases are like what was said.
package enum IntentHindrance: Sendable, Hashable {
    /// It is less sure than `chatbot.yaml` wants it to be.
    case unsure(threshold: Double)
    /// The text holds an entity that it must not, or lacks one.
    case entity(Intent.EntityRule)
    /// The text does not fill a required slot for which there is no question.
    case slot(Intent.Slot)
}
