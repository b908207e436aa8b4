  theme: /
#^ warning[syntax/indented-first-line]
    state: A
