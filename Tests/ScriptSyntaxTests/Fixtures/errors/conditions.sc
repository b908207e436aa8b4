theme: /
    state: A
        if: /[(]/.test($parseTree.text)
            b
#           ^ error[syntax/unknown-line]
            a: c
