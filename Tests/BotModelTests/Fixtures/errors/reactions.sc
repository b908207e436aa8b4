theme: /
    state: Start
        q!: hello
        a: Hello {{ $session.name
#                ^^ warning[link/unclosed-braces]
        a: Hello {{}} and { this } }} too
#                ^^^^ warning[link/empty-expression]
        buttons:
            "Yes" -> /Nowhere
#                    ^^^^^^^^ error[link/unknown-state]
            "No" ->
#                  ^ error[link/data]
            "Say "hi"" -> /Start
#                 ^^^^^^^^^^^^^^ error[link/data]
            {text: "Site" url: "x"}
#                         ^ error[link/data]
            {text: "Go", transition: "/Nowhere"}
#                                     ^^^^^^^^ error[link/unknown-state]
            "Fine {{ f("x") }}" -> {{$session.next}}
        inlineButtons:
#       ^^^^^^^^^^^^^^ error[link/no-buttons]
        if: true
            q: never
#           ^^^^^^^^ error[link/misplaced-tag]
            state: Never
#           ^^^^^^^^^^^^ error[link/misplaced-tag]
                a: never
        theme: /inner
#       ^^^^^^^^^^^^^ error[link/misplaced-tag]
        scriptEs6:
            const answer = await $http.get("https://example.org");
        scriptEs6:
            const plain = [1, 2].map(x => x + 1); // no await here
        script:
            import("x");
