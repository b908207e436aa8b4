require: slotfilling/slotFilling.sc
    module = sys.zb-common

theme: /
    state: Order
        intent!: /Order
        a: Here it is.
