require: talk.js
theme: /
    state: Start
        q!: hello
        a: {{greeting()}}
