require: dict/citys.csv
    name = Cities
require: dict/cities.csv
require: dict/cities.csv
    name = Cities
    type = namedEntitys
require: data.json
    var = data
require: data.yaml
require: notes.txt
require: Dict.js
require: /../../elsewhere.sc
require: hello.sc
    module = common
require: bye.sc
    module = common
require: patterns/patterns.sc
    module = sys.zb-comon
require: main.sc
    injector = [1, 2]

theme: /
    state: Start
        q!: $FromCommon $Cities
        go!: /AlsoFromCommon
    state: /Menu
        a: Menu
