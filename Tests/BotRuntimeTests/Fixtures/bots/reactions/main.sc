# What tags do, done by scripts.
theme: /

    state: Say
        q!: say
        script:
            $client.name = "Ann";
            $reactions.answer("Hello, {{ $client.name }}");
            $reactions.answer({ value: "Bye", tts: "Good bye" });
            $reactions.image("https://example.com/tea.png");
            $reactions.buttons(["Green", { text: "Black", transition: "/Black" }]);

    state: Black
        a: Black it is

    state: Go
        q!: go
        script:
            $reactions.transition("/Black");
            $temp.behind = "runs";
        a: never said

    state: Later
        q!: later
        script: $reactions.transition({ value: "/Ask", deferred: true });
        a: Which one?

    state: Ask
        q: *
        a: {{ $request.query }}, then

    state: Chance
        q!: chance
        script: $reactions.answer("" + $reactions.random(3));

    state: Template
        q!: template
        script: $reactions.answer($reactions.template("1 + 1 is {{ 1 + 1 }}"));
