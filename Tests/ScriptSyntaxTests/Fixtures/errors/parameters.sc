theme: /
    state: A || noContext
#               ^^^^^^^^^ error[syntax/missing-equals]
    state: B || modal: true
#               ^^^^^^ error[syntax/missing-equals]
    state: C || modal =
#               ^^^^^ error[syntax/missing-value]
        a: x || tts = "abc
#                     ^ error[syntax/unclosed-quote]
        a: x || tts = "a "b" c", html = "d"
#                         ^^^^^ error[syntax/text-after-quote]
        q: (a || b)
#                ^^ error[syntax/missing-equals]
        q: a || fromState = ["/A"
#                           ^ error[syntax/unclosed-bracket]
        timeout: /X || 10000
#                      ^^^^^ warning[syntax/missing-equals]
require: a.sc
    type: scriptEs6
#   ^^^^^ error[syntax/missing-equals]
    injector = {
#              ^ error[syntax/unclosed-bracket]
        "a": 1
patterns:
    $A a b
#   ^^ error[syntax/missing-equals]
    B = b
#   ^ error[syntax/pattern-without-dollar]
    $C =
#   ^^ error[syntax/missing-value]
    foo
#   ^^^ error[syntax/unknown-line]

state: Waiting
    timeout: /Late || 10000
#                     ^^^^^ warning[syntax/missing-equals]
    timeout: /Late || "10 sec"
#                     ^^^^^^^^ warning[syntax/missing-equals]
    timeout: /Late || interval = "5s", 7
#                                      ^ error[syntax/missing-equals]
