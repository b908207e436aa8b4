theme /
#^^^^ error[syntax/missing-colon]
    state Start
#   ^^^^^ error[syntax/missing-colon]
        intent /greeting
#       ^^^^^^ error[syntax/missing-colon]
        q! * hello *
#       ^^ error[syntax/missing-colon]
        event noMatch
#       ^^^^^ error[syntax/missing-colon]
        if $session.isKnown
#       ^^ error[syntax/missing-colon]
            a: Welcome back
        elseif $session.isNew
#       ^^^^^^ error[syntax/missing-colon]
            a: Welcome
        else
#       ^^^^ warning[syntax/else-without-colon]
            go! ../Other
#           ^^^ error[syntax/missing-colon]
        go ./Further
#       ^^ error[syntax/missing-colon]
        script
#       ^^^^^^ error[syntax/missing-colon]
            $session.count = 1;
    state: Sentences that begin like tags
        a: one
        go home
#       ^^^^^^^ error[syntax/unknown-line]
        a good day
        event of the year
        if you like
        $temp.a = f();
        next();
