require: countries.csv
    name = Country
theme: /
    state: Start
        q!: * $Country *
        a: A fine country.
