# Asks a shop for the price of something, and orders it.
init:
    $http.config({ url: { protocol: "https", host: "shop.example" }, headers: { "X-Shop": "1" }, cacheTimeToLiveInSeconds: 60 });

patterns:
    $Word = $regexp<\w+>

theme: /

    state: Price
        q!: price of $Word::Thing
        script:
            $http.get("/prices/${thing}", { query: { thing: $parseTree._Thing }, timeout: 3000 })
                .then(function (data) { $temp.price = data.price; })
                .catch(function (response, status, error) { $temp.error = status; });
        if: $temp.price
            a: {{ $temp.price }} roubles.
        else:
            a: No price, the shop says {{ $temp.error }}.

    state: Order
        q!: order $Word::Thing
        script:
            $temp.order = $http.post("/orders", { body: { thing: $parseTree._Thing, count: 1 }, dataType: "json" });
        a: {{ $temp.order.isOk ? "Ordered as " + $temp.order.data.id : "Not ordered" }}
