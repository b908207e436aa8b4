# Services of the platform itself.
theme: /

    state: Time
        q!: time
        script:
            $temp.moscow = new Date($jsapi.timeForZone("Europe/Moscow"));
        a: {{ $jsapi.dateForZone("Europe/Moscow", "dd.MM.yyyy HH:mm") }}, {{ $temp.moscow.getUTCHours() }} o'clock there
        a: {{ $jsapi.currentTime() }}

    state: Stop
        q!: stop
        a: before
        script:
            if ($request.query === "stop") $jsapi.stopScript();
            $reactions.answer("never");
        a: never

    state: Paths
        q!: paths
        a: {{ $jsapi.resolvePath("../Time") }} {{ $jsapi.resolvePath("./Child") }}

        state: Child
            a: child

    state: History
        q!: history
        a: {{ $jsapi.chatHistory().length > 0 }}

    state: Xml
        q!: xml
        script: $temp.order = $jsapi.parseXml("<order><tea>green</tea></order>");
        a: {{ JSON.stringify($temp.order).indexOf("green") > 0 }}

    state: Else
        event!: noMatch
        a: What?
