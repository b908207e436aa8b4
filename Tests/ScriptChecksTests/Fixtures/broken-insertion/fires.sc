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
