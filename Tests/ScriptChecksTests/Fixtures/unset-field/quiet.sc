theme: /
    state: Start
        q!: hello
        script:
            $session.count = 1;
            $session["size"] = "big";
            var kind = typeof $session.sort == "string" ? "a" : "b";
            var name = $session.nick || $session.alias;
            _.extend($client, {name: "Ann"});
        a: {{$session.title || "you"}} {{$session.count}}, {{$session.size}}, {{$client.anything}}, {{$session.contextPath}}, {{$temp.order}}
        InputText:
            prompt = What would you like?
            varName = order
            then = /Start
