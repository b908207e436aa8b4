# Takes orders: what the caller does not say at once, the bot asks for.
require: slotfilling/slotFilling.sc
    module = sys.zb-common

init:
    bind("preProcess", function ($context) {
        var understood = $context.nluResults && $context.nluResults.selected.debugInfo.slots;
        $context.temp.known = understood ? understood.length : 0;
    });

theme: /

    state: Order
        intent!: /Order
        script:
            var slots = $entities.filter(function (entity) { return entity.slot; });
            $temp.told = slots.map(function (entity) { return entity.slot + "=" + entity.text; }).join(" ");
        a: {{ $parseTree._size.litres }} litres of {{ $parseTree._drink }} with {{ ($parseTree._extras || []).join(" and ") || "nothing" }}
        a: {{ $parseTree.text }}: {{ $context.intent.path }}, {{ $temp.told }}{{ $temp.known === 2 ? ", two" : "" }}

    state: Route
        intent!: /Route
        a: {{ $parseTree._from }} to {{ $parseTree._to }}

    state: Bye
        intent!: /Bye
        a: Goodbye.

    state: Silence || noContext = true
        event!: speechNotRecognized
        a: I did not hear you.

    state: Else
        event!: noMatch
        a: I do not know "{{ $parseTree.text }}".
