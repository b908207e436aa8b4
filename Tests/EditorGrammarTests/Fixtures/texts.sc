theme: /
#<----- storage.type.tag.sc
#    ^ punctuation.separator.tag.sc
#      ^ entity.name.namespace.theme.sc
    state: Hello
#   ^^^^^ storage.type.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^^ entity.name.function.state.sc
        a: Hello, {{$client.name}}! || tts = "Hel+lo \"you\" {{x}}", htmlEnabled = true
#       ^ keyword.control.reaction.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^^^^ string.unquoted.text.sc
#                 ^^ punctuation.section.interpolation.begin.sc
#                   ^^^^^^^^^^^^ source.js.embedded.expression.sc
#                               ^^ punctuation.section.interpolation.end.sc
#                                 ^^ string.unquoted.text.sc
#                                   ^^ keyword.operator.parameters.sc
#                                      ^^^ variable.parameter.sc
#                                          ^ keyword.operator.assignment.sc
#                                            ^^^^^^^^ string.quoted.double.sc
#                                                    ^^ string.quoted.double.sc constant.character.escape.sc
#                                                      ^^^ string.quoted.double.sc
#                                                         ^^ string.quoted.double.sc constant.character.escape.sc
#                                                            ^^ string.quoted.double.sc punctuation.section.interpolation.begin.sc
#                                                              ^ string.quoted.double.sc source.js.embedded.expression.sc
#                                                               ^^ string.quoted.double.sc punctuation.section.interpolation.end.sc
#                                                                 ^ string.quoted.double.sc
#                                                                  ^ punctuation.separator.parameter.sc
#                                                                    ^^^^^^^^^^^ variable.parameter.sc
#                                                                                ^ keyword.operator.assignment.sc
#                                                                                  ^^^^ constant.language.boolean.sc
        a:{{ f({a: {b: 1}}) }}, see https://example.org/#top # is text
#       ^ keyword.control.reaction.tag.sc
#        ^ punctuation.separator.tag.sc
#         ^^ punctuation.section.interpolation.begin.sc
#           ^^^ source.js.embedded.expression.sc
#              ^^^^ source.js.embedded.expression.sc meta.block.js
#                  ^^^^^^ source.js.embedded.expression.sc meta.block.js meta.block.js
#                        ^ source.js.embedded.expression.sc meta.block.js
#                         ^^ source.js.embedded.expression.sc
#                           ^^ punctuation.section.interpolation.end.sc
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.unquoted.text.sc
        a: One line
#       ^ keyword.control.reaction.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^^^^^ string.unquoted.text.sc
            go: is text, too
#           ^^^^^^^^^^^^^^^^ string.unquoted.text.sc

            # is a comment
#           ^^^^^^^^^^^^^^ comment.line.number-sign.sc
            the last line
#           ^^^^^^^^^^^^^ string.unquoted.text.sc
             || html = "<b>One</b>
#            ^^ keyword.operator.parameters.sc
#               ^^^^ variable.parameter.sc
#                    ^ keyword.operator.assignment.sc
#                      ^^^^^^^^^^^ string.quoted.double.sc
               line", lang = ru
#<-------------------- string.quoted.double.sc
#                   ^ punctuation.separator.parameter.sc
#                     ^^^^ variable.parameter.sc
#                          ^ keyword.operator.assignment.sc
#                            ^^ string.unquoted.value.sc
        a: { single } braces | and bars
#       ^ keyword.control.reaction.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.unquoted.text.sc
        a: never closed {{ here
#       ^ keyword.control.reaction.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^^^^^^^^^^ string.unquoted.text.sc
#                        ^^^^^^ string.unquoted.text.sc
        if: $session.a || $session.b // both
#       ^^ keyword.control.flow.tag.sc
#         ^ punctuation.separator.tag.sc
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^ source.js.embedded.sc
#                                    ^^^^^^^ source.js.embedded.sc comment.line.js
            a: Yes
#           ^ keyword.control.reaction.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^^ string.unquoted.text.sc
        elseif: $temp.list.every(function (item) {
#       ^^^^^^ keyword.control.flow.tag.sc
#             ^ punctuation.separator.tag.sc
#              ^^^^^^^^^^^^^^^^^^ source.js.embedded.sc
#                                ^^^^^^^^ source.js.embedded.sc keyword.js
#                                        ^^^^^^^^ source.js.embedded.sc
#                                                ^ source.js.embedded.sc meta.block.js
                return item.ok;
#               ^^^^^^ source.js.embedded.sc meta.block.js keyword.js
#                     ^^^^^^^^^ source.js.embedded.sc meta.block.js
            })
#<------------- source.js.embedded.sc meta.block.js
#            ^ source.js.embedded.sc
            a: Maybe
#           ^ keyword.control.reaction.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^^^^ string.unquoted.text.sc
        else
#       ^^^^ keyword.control.flow.tag.sc
            a: No
#           ^ keyword.control.reaction.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^ string.unquoted.text.sc
        else if: true
#       ^^^^^^^ keyword.control.flow.tag.sc
#              ^ punctuation.separator.tag.sc
#               ^^^^^ source.js.embedded.sc
            a: Also
#           ^ keyword.control.reaction.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^^^ string.unquoted.text.sc
        go!: .
#       ^^ keyword.control.flow.tag.sc
#         ^ keyword.operator.global.sc
#          ^ punctuation.separator.tag.sc
#            ^ constant.other.path.sc
