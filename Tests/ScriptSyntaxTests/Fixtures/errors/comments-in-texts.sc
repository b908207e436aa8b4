theme: /
    state: S
        a: Hello  # the greeting
#                 ^^^^^^^^^^^^^^ warning[syntax/comment-in-text]
        a: Hello # ringback: allow check/x || tts = "x"
#                ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[syntax/comment-in-text]
        a: One
            two # more
#               ^^^^^^ warning[syntax/comment-in-text]
            # a comment
        a: Press # to go back, or * or # to end. Нажмите # для возврата
        a: We are #1 with #word and # 5, {{ f(" # x") }} and C# is
        a: C# and # ! and #
