#! cities.csv:2:10 warning[check/duplicate-synonym]
require: cities.csv
    name = City
theme: /
    state: Start
        q!: * $City *
        a: A fine city.
