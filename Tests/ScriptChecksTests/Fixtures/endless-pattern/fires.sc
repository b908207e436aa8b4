patterns:
    $Ever = ($Item $Ever)
#    ^^^^ warning[check/endless-pattern]
    $A = ($B x)
#    ^ warning[check/endless-pattern]
    $B = (y $C)
    $C = [a] $A
    $User = hello $A
    $Item = (one/two)
    $Left = ($Left $Item|$Item)
#            ^^^^^ warning[check/endless-pattern]
    $Ping = ($Pong|ping)
#            ^^^^^ warning[check/endless-pattern]
    $Pong = ([please] $Ping|pong)
#                     ^^^^^ warning[check/endless-pattern]
    $Many = $repeat<$Many>
#    ^^^^ warning[check/endless-pattern]
theme: /
    state: Start
        q!: $Ever $User $Left $Ping $Many
        a: Good.
