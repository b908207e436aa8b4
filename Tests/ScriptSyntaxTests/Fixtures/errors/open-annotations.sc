@InputText
  {"boundsTo": "/S", "x": [
# ^ error[syntax/unclosed-bracket]
theme: /
    @Foo {"a": "x}
#              ^ error[syntax/unclosed-quote]
    state: S
        q!: *
        @Bar
            {"a": "x"
#           ^ error[syntax/unclosed-bracket]
        go! /T
#       ^^^ error[syntax/missing-colon]
    @Whole {"a": [
{"b": 1}
    ]}
    @Last {"a"
#         ^ error[syntax/unclosed-bracket]
