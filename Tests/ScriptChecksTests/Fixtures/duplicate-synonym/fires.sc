#! cities.csv:2:10 warning[check/duplicate-synonym]
#! cities.csv:4:3 note[check/duplicate-synonym]
#! cities.csv:6:3 warning[check/duplicate-synonym]
#! cities.csv:7:3 warning[check/duplicate-synonym]
#! cities.csv:8:3 warning[check/duplicate-synonym]
#! cities.csv:9:3 warning[check/duplicate-synonym]
#! cities.csv:10:4 warning[check/duplicate-synonym]
#! cities.csv:11:4 warning[check/duplicate-synonym]
#! cities.csv:12:4 warning[check/duplicate-synonym]
require: cities.csv
    name = City
theme: /
    state: Start
        q!: * $City *
        a: A fine city.
