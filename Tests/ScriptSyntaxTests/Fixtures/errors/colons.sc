theme: /
    state: S
        q !: hello
#        ^^ warning[syntax/blank-before-colon]
        intent !: /hello
#             ^^ warning[syntax/blank-before-colon]
        go! : /S
#         ^^ warning[syntax/blank-before-colon]
        q!:: hello
#         ^^ error[syntax/double-colon]
        a:: Hello
#        ^^ error[syntax/double-colon]
        a: : a smile
