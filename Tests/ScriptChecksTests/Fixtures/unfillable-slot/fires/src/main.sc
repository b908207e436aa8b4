#! nlu.json:2:28 warning[check/unfillable-slot]
#! nlu.json:3:30 warning[check/unfillable-slot]
#! nlu.json:4:29 note[check/unfillable-slot]
#! nlu.json:5:28 note[check/unfillable-slot]
require: slotfilling/slotFilling.sc
    module = sys.zb-common

theme: /
    state: Order
        intent!: /Order
        a: Here it is.
