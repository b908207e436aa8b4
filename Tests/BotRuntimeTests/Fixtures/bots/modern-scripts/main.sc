# ES6: functions that wait, modules, and what ES5 did not have.
require: prices.js
    type = scriptEs6
    name = prices

theme: /

    state: Price
        q!: price *
        scriptEs6:
            const tea = $request.query.split(" ").at(-1);
            $temp.price = await prices.priceOf(tea);
            $reactions.answer(`${tea} costs ${$temp.price ?? "nobody knows what"}`);
        a: {{ $temp.price }}
