theme: /
    state: Start
        q!: hello
        script:
            $reactions.transition("/Order");
            $reactions.transition("../Order");
            $reactions.transition("Small");
            $reactions.transition("/Order/" + $session.size);
            $reactions.transition($session.size == "big" ? "/Order" : "./Small");
            $reactions.transition(named("/anything"));
            $reactions.timeout({interval: "5s", targetState: ""});
            $session.note = {value: "/Text", text: "/Text"};
            $reactions.answer("/Nowhere");
        state: Small
            a: Small.
    state: Order
        a: What would you like?
