require: /words.sc

theme: /Greetings
    state: Hello
        q!: $Hello
        a: Hello!
