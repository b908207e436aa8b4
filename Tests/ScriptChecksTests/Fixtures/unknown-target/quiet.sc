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
        script:
            bind("preMatch", function (ctx) { return; }, "/Start", "name");
            bind("preMatch", function (ctx) { return; }, "/");
            bind("preMatch", function (ctx) { return; }, "/" + name);
            events.bind("click", handler, "/Nowhere");
        buttons:
            {text: "The linker tells this one", transition: "/Nowhere"}
