# A tag with a slip is read as the one that was meant, so that only the slip is told.
theme: /
    sate: A
#   ^^^^ error[syntax/misspelt-tag]
        q!: hello
        scirpt:
#       ^^^^^^ error[syntax/misspelt-tag]
            var a = 1;
            b(a);
        answer: Hello,
#       ^^^^^^ error[syntax/misspelt-tag]
            this is the second line.
        buttns:
#       ^^^^^^ error[syntax/misspelt-tag]
            "Yes" -> /A
        If: true
#       ^^ error[syntax/misspelt-tag]
            a: yes
        ranodm:
#       ^^^^^^ error[syntax/misspelt-tag]
            a: one
        InputTxt:
#       ^^^^^^^^ error[syntax/misspelt-tag]
            prompt = What?

    # Tags of the bot itself, and what may be two tags or none, stay as they are: the linker knows more.
    state: B
        ScriptA:
            name = value
        InputTexts:
            name = value
        hangup:
            goodbye, which is told with the tag
        qq: hello
