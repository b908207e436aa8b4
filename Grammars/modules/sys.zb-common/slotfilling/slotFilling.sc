# Asking for the slots of an intent. Requiring this file switches it on; the dialog itself asks, so the states have nothing to do.
require: slotFilling.js

theme: /SlotFilling

    state: empty

    state: return
