require: words.sc
require: cities.csv
    name = Cities
    var = $Cities
require: cities.csv
    name = Towns
    var = $Towns
theme: /
    state: Start
        q!: hello
        a: Hello!
