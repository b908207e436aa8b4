# Asks a server and writes a letter without a line of JavaScript.
theme: /

    state: Price
        q!: price of $regexp<\w+>
        script: $session.what = $request.query.split(" ")[2];
        HttpRequest:
            url = https://shop.example/price?of={{$session.what}}
            method = GET
            dataType = json
            timeout = 0
            headers = [{"name": "X-Shop", "value": "{{$session.what}}"}, {"name": "", "value": ""}]
            vars = [{"name": "price", "value": "$httpResponse.price + 1"}, {"name": "shop name", "value": "$httpResponse.name"}]
            okState = /Told
            errorState = /Failed

    state: Told
        a: {{ $session.price }} at {{ $session["shop name"] }}

    state: Failed
        a: Nobody knows.

    state: Write
        q!: write $regexp<.*>::Text
        Email:
            destination = boss@example.com
            subject = From {{ $request.query.length }} letters
            text = {{ $request.query }}
            okState = /Written

    state: Written
        a: Sent.
