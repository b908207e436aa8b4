import ScriptChecks
import Testing
