# A folder without chatbot.yaml; its intents lie beside the script. The last state is for all that no example names.
patterns:
    $Digits = $regexp<\d+> || converter = function (node) { return +node.text; }
    $Word = ten:10
    $Number = ($Digits/$Word)
    $Loose = $Digits *

theme: /

    state: Order
        intent!: /Order
        a: Ordered {{ $parseTree._count }}.
        script: $response.order = { count: $parseTree._count, note: "soon" };

    state: Faq
        a: Ask me.

        state: 1
            e: where are you
            a: In Oslo.

        state: 2
            e: when do you open
            a: At nine.

        state: Fallback
            q: *
            a: I cannot say.

    state: Ask
        q!: ask
        go!: /Faq

    state: Number
        q!: number $Number
        a: {{ typeof $parseTree._Number }} {{ $parseTree._Number }}

    state: Loose
        q!: loose $Loose
        a: {{ typeof $parseTree._Loose }}

    state: Clock
        q!: clock
        a: {{ new Date($jsapi.currentTime()).toISOString() }}
