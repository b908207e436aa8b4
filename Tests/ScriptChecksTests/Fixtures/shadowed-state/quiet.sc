theme: /
    # A star counts less than words.
    state: Hello
        q!: * (hello|привет) *
        a: Hello.
    state: Rest
        q!: *
        a: Sorry, what?
    # A trigger that wins, or an event.
    state: Weather
        intent!: /weather
        q!: * weather *
        a: It is sunny.
    state: Start
        intent!: /start
        event!: chatWidgetOpen
        a: Hello.
    # In its own context it goes first.
    state: Question
        q!: ask
        a: Yes or no?
        state: Yes
            q: yes
            a: Good.
        state: Text
            q: $regexp<x.*>
            a: Said.
    # About examples one cannot be sure.
    state: Example
        e!: what can you do
        a: Much.
    # Only reached by transitions.
    state: Silent
        a: Hm.
