theme: /
    state: Start
        q!: hello
        a: Hello, {$client.name}!
#                 ^^^^^^^^^^^^^^ warning[check/broken-insertion]
        a: Hello, {{$client.name}!
#                 ^^^^^^^^^^^^^^^ warning[check/broken-insertion]
        buttons:
            "Call {$client.name}"
#                 ^^^^^^^^^^^^^^ warning[check/broken-insertion]
        a: A trip to {country/city}, {{$client.name}}, or to {other place}?
#                    ^^^^^^^^^^^^^^ warning[check/broken-insertion]
#                                                            ^^^^^^^^^^^^^ warning[check/broken-insertion]
