theme: /
    state: Start
        q!: hello
        script: $session.country = "France";
        a: You are going to {{$session.country}}.
        state: No
            q: no
            script: $session.countre = "Not said"; $session.contry = "Not said";
#                            ^^^^^^^ warning[check/unread-field]
#                                                           ^^^^^^ warning[check/unread-field]
            go!: /Start
