# Every phase of a request, as bots use them: clean the text, prefer a rule, greet after a silence, count, apologise.
init:
    bind("preMatch", function ($context) {
        if ($context.request.query) $context.request.query = $context.request.query.replace(/[!?*]/g, "");
    });
    bind("preMatch", function ($context) { $context.temp.targetState = "/Asleep"; }, "/Asleep", "sleeper");

    bind("selectNLUResult", function ($context) {
        var results = $context.nluResults;
        var exact = results.patterns.filter(function (result) { return result.pattern === "price"; })[0];
        if (exact) results.selected = exact;
    });

    bind("preProcess", function ($context) {
        if ($context.request.query && $jsapi.currentTime() - $context.session.lastActiveTime > 60000) {
            $reactions.newSession({message: $context.request.query});
        }
        if ($context.parseTree._Product === "beer") $context.temp.targetState = "/Sorry";
    });

    bind("postProcess", function ($context) {
        $context.session.lastActiveTime = $jsapi.currentTime();
        $context.session.turns = ($context.session.turns || 0) + 1;
    });
    bind("postProcess", function () { $reactions.answer("Anything else?"); }, "/Order");

    bind("onScriptError", function ($context) {
        if ($context.exception.message.endsWith("no such product")) {
            $reactions.answer("We do not have that.");
            $reactions.transition("/Offer");
        } else {
            throw new Error("nobody knows");
        }
    });

patterns:
    $Product = (tea|coffee|beer|salt)

theme: /

    state: Order
        q!: I want $Product $weight<+2>
        if: $parseTree._Product === "salt"
            script: throw new Error("no such product");
        a: Your {{$parseTree._Product}}!

    state: Offer
        a: Tea or coffee?

    state: Any
        q!: * $weight<+1>
        a: I heard "{{$request.query}}", turn {{($session.turns || 0) + 1}}.

    state: Price
        q!: price
        a: A pound each.

    state: Sorry
        a: Not before ten o'clock.

    state: Sleep
        q!: sleep $weight<+2>
        go: /Asleep

    state: Asleep
        a: Zzz.
