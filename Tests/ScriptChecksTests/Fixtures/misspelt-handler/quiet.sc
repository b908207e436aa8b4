init:
    bind("preProcess", function(ctx) { log(ctx); });
    bind("onDialogError", function(ctx) { log(ctx); }, "/Start", "mine");
    bind("afterEverything", function(ctx) { log(ctx); });
    bind(type, function(ctx) { log(ctx); });
    $jsapi.bind({ type: "postProcess", handler: function(ctx) { log(ctx); } });
    var type = "preMatch", emitter = {};
    emitter.bind("preProces");

theme: /
    state: Start
        q!: later
        a: Yes?
    state: NoMatch
        event!: noMatch
        a: Sorry?
