theme: /
    state: Start
        q!: hello
        a: Hello, {{$client.name}}!
        a: {{ $client.names.map(function (name) { return name; }).join() }}
        a: Braces {of a text, for example} are a text, and so are {} and {1}.
        buttons:
            {text: "Site", url: "https://example.org"}
