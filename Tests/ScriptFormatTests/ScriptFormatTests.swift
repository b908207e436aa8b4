import ScriptFormat
import Testing
