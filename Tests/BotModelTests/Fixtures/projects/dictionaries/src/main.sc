require: dict/*.csv
    name = Cities

theme: /
    state: Start
        q!: $Cities
        a: Hello!
