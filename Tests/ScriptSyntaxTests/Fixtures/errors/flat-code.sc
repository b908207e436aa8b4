theme: /
    state: A
        script:
        f();
#       ^^^^ warning[syntax/flat-script]
        a: hi
