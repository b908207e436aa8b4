require: number/number.sc
    module = sys.zb-common
require: number/numbre.sc
    module = sys.zb-common
require: zenflow.sc
    module = sys.zfl-common

theme: /
    state: Start
        q!: $Number $yes
        go!: /Somewhere
