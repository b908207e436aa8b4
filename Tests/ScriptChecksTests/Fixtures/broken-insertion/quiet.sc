theme: /
    state: Start
        q!: hello
        a: Hello, {{$client.name}}!
        a: {{ $client.names.map(function (name) { return name; }).join() }}
        a: Braces {of} a text are a text.
        buttons:
            {text: "Site", url: "https://example.org"}
