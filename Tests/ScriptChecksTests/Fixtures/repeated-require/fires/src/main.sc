require: words.sc
require: cities.csv
    name = Cities
    var = $Cities
require: words.sc
#^^^^^^^^^^^^^^^^^ note[check/repeated-require]
require: cities.csv
#^^^^^^^^^^^^^^^^^^^ note[check/repeated-require]
    var = $Cities
    name = Cities
theme: /
    state: Start
        q!: hello
        a: Hello!
