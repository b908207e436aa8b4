patterns:
    $City = (paris/london) || convertor = f
#                             ^^^^^^^^^ warning[link/unknown-parameter]
theme: /
    state: Start || modal = yes, noContex = true, noContext = {{x}}
#                           ^^^ warning[link/parameter-value]
#                                ^^^^^^^^ warning[link/unknown-parameter]
        q!: hello || onlyThisState = maybe, fromState = ["/Start", "/Gone"]
#                                    ^^^^^ warning[link/parameter-value]
#                                                                   ^^^^^ error[link/unknown-state]
        event: noMatch || noContext = true, toState = /Strat
#                                                     ^^^^^^ error[link/unknown-state]
        a: Hi || tts = "Hi", ttss = "Hi", html = "a", html = "b", bargeInTransition = /Nowhere
#                            ^^^^ warning[link/unknown-parameter]
#                                                     ^^^^ warning[link/duplicate-parameter]
#                                                                                     ^^^^^^^^ error[link/unknown-state]
        image: https://example.org/a.png || bargeInTransition = /Nowhere
#                                                               ^^^^^^^^ error[link/unknown-state]
        go: /Start || interval = 1s
#                     ^^^^^^^^ warning[link/unknown-parameter]

    state: Wait
        timeout: /Start || interval = "soon"
#                                      ^^^^ warning[link/interval]
        timeout: /Start || interval = "{{anything}}"
        timeout: /Start
#       ^^^^^^^^^^^^^^^ error[link/missing-parameter]
        newSession: || mesage = "hello"
#                      ^^^^^^ warning[link/unknown-parameter]

theme: /shop || modal = true, colour = red
#                             ^^^^^^ warning[link/unknown-parameter]
    state: Shop
        a: shop
