theme: /
    state: A
#^^^ warning[syntax/no-break-space]
        a: x
