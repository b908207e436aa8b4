init:
    bind("preProces", function(ctx) { log(ctx); });
#         ^^^^^^^^^ warning[check/misspelt-handler]
    bind('onAnyErorr', function(ctx) { log(ctx); }, "/Start");
#         ^^^^^^^^^^ warning[check/misspelt-handler]
    $jsapi.bind({ type: "postprocess", handler: function(ctx) { log(ctx); }, path: "/" });
#                        ^^^^^^^^^^^ warning[check/misspelt-handler]

theme: /
    state: Start
        q!: later
        a: Yes?
    state: NoMatch
        event!: noMatch
        a: Sorry?
