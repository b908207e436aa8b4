require: {{$injector.dictionaries}}/cities.csv
    name = $Cities
    var = $Cities
require: {{ $inject.menu }}
    injector = {
        "menu": "menu.yaml",
        "order": {"tries": 5}
      }
    var = menu
require: prices.json
    var = prices
require: flows/*.sc
    rootTheme = /flows
require: hello.sc
    module = greetings
require: helper.js
    type = scriptEs6
    name = helper
require: main.sc
require: slotfilling/slotFilling.sc
    module = sys.zb-common

theme: /
    state: Start
        q!: (order|want) * $Cities
        q!: $entity<Cities> @Topping
        q!: $Hello
        AskSize:
            okState = /flows/order/Order
        go!: /SlotFilling/empty
