theme: /
    state: Start
        q!: hello
        script:
            $session.count = 1;
            $session["size"] = "big";
            _.extend($client, {name: "Ann"});
        a: {{$session.count}}, {{$session.size}}, {{$client.anything}}, {{$session.contextPath}}, {{$temp.order}}
        InputText:
            prompt = What would you like?
            varName = order
            then = /Start
