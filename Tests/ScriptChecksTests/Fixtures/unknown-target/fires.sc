theme: /
    state: Start
        q!: hello
        script:
            $reactions.transition("/Ordr");
#                                 ^^^^^^^ warning[check/unknown-target]
            $reactions.transition({value: "../Pizza", deferred: true});
#                                         ^^^^^^^^^^ warning[check/unknown-target]
            $reactions.timeout({interval: "5s", targetState: "/TooLate"});
#                                                            ^^^^^^^^^^ warning[check/unknown-target]
            $temp.targetState = "/Nowhere";
#                               ^^^^^^^^^^ warning[check/unknown-target]
            $reactions.transition($session.big ? "/Order" : "/Smal");
#                                                           ^^^^^^^ warning[check/unknown-target]
            $reactions.buttons([{text: "Pizza", transition: "/Pizzza"}]);
#                                                           ^^^^^^^^^ warning[check/unknown-target]
    state: Order
        a: What would you like?
    state: Handlers
        q!: handlers
        a: Bound.
        script:
            bind("preMatch", function (ctx) { return; }, "/Nowhere");
#                                                        ^^^^^^^^^^ warning[check/unknown-target]
            $jsapi.bind("postProcess", after, "/order");
#                                             ^^^^^^^^ warning[check/unknown-target]
            $reactions.transition("/order");
#                                 ^^^^^^^^ warning[check/unknown-target]
