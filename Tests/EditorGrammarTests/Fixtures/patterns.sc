patterns:
#<-------- storage.type.tag.sc
#       ^ punctuation.separator.tag.sc
    # Numbers
#   ^^^^^^^^^ comment.line.sc
    $Num = (one:1|two:2|minus two : -2) || converter = function(pt) { return pt.value; };
#   ^ entity.name.type.pattern.sc punctuation.definition.variable.sc
#    ^^^ entity.name.type.pattern.sc
#        ^ keyword.operator.assignment.sc
#          ^ meta.pattern.sc punctuation.section.group.sc
#           ^^^ meta.pattern.sc string.unquoted.word.sc
#              ^ meta.pattern.sc keyword.operator.value.sc
#               ^ meta.pattern.sc constant.other.value.sc
#                ^ meta.pattern.sc keyword.operator.alternative.sc
#                 ^^^ meta.pattern.sc string.unquoted.word.sc
#                    ^ meta.pattern.sc keyword.operator.value.sc
#                     ^ meta.pattern.sc constant.other.value.sc
#                      ^ meta.pattern.sc keyword.operator.alternative.sc
#                       ^^^^^ meta.pattern.sc string.unquoted.word.sc
#                             ^^^ meta.pattern.sc string.unquoted.word.sc
#                                 ^ meta.pattern.sc keyword.operator.value.sc
#                                   ^^ meta.pattern.sc constant.other.value.sc
#                                     ^ meta.pattern.sc punctuation.section.group.sc
#                                       ^^ meta.pattern.sc keyword.operator.parameters.sc
#                                          ^^^^^^^^^ meta.pattern.sc variable.parameter.sc
#                                                    ^ meta.pattern.sc keyword.operator.assignment.sc
#                                                      ^^^^^^^^ meta.pattern.sc source.js.embedded.sc keyword.js
#                                                              ^^^^^ meta.pattern.sc source.js.embedded.sc
#                                                                   ^^ meta.pattern.sc source.js.embedded.sc meta.block.js
#                                                                     ^^^^^^ meta.pattern.sc source.js.embedded.sc meta.block.js keyword.js
#                                                                           ^^^^^^^^^^^^ meta.pattern.sc source.js.embedded.sc meta.block.js
#                                                                                       ^ meta.pattern.sc source.js.embedded.sc
    $Long = [please] {order
#   ^ entity.name.type.pattern.sc punctuation.definition.variable.sc
#    ^^^^ entity.name.type.pattern.sc
#         ^ keyword.operator.assignment.sc
#           ^ meta.pattern.sc punctuation.section.optional.sc
#            ^^^^^^ meta.pattern.sc string.unquoted.word.sc
#                  ^ meta.pattern.sc punctuation.section.optional.sc
#                    ^ meta.pattern.sc punctuation.section.permutation.sc
#                     ^^^^^ meta.pattern.sc string.unquoted.word.sc
        # in between
#       ^^^^^^^^^^^^ meta.pattern.sc comment.line.sc
# at the margin
#<--------------- meta.pattern.sc comment.line.sc
        [again]
#       ^ meta.pattern.sc punctuation.section.optional.sc
#        ^^^^^ meta.pattern.sc string.unquoted.word.sc
#             ^ meta.pattern.sc punctuation.section.optional.sc
        $Num::count (put*|*ter|* *)}
#       ^ meta.pattern.sc variable.other.pattern.sc punctuation.definition.variable.sc
#        ^^^ meta.pattern.sc variable.other.pattern.sc
#           ^^ meta.pattern.sc punctuation.separator.alias.sc
#             ^^^^^ meta.pattern.sc entity.name.tag.alias.sc
#                   ^ meta.pattern.sc punctuation.section.group.sc
#                    ^^^ meta.pattern.sc string.unquoted.word.sc
#                       ^ meta.pattern.sc keyword.operator.wildcard.sc
#                        ^ meta.pattern.sc keyword.operator.alternative.sc
#                         ^ meta.pattern.sc keyword.operator.wildcard.sc
#                          ^^^ meta.pattern.sc string.unquoted.word.sc
#                             ^ meta.pattern.sc keyword.operator.alternative.sc
#                              ^ meta.pattern.sc keyword.operator.wildcard.sc
#                                ^ meta.pattern.sc keyword.operator.wildcard.sc
#                                 ^ meta.pattern.sc punctuation.section.group.sc
#                                  ^ meta.pattern.sc punctuation.section.permutation.sc
        || converter = $converters.long
#       ^^ meta.pattern.sc keyword.operator.parameters.sc
#          ^^^^^^^^^ meta.pattern.sc variable.parameter.sc
#                    ^ meta.pattern.sc keyword.operator.assignment.sc
#                     ^^^^^^^^^^^^^^^^^ meta.pattern.sc source.js.embedded.sc
    $Phone = $regexp<(?<!x)\+?\d{1,3}[\s-]> # a comment
#   ^ entity.name.type.pattern.sc punctuation.definition.variable.sc
#    ^^^^^ entity.name.type.pattern.sc
#          ^ keyword.operator.assignment.sc
#            ^ meta.pattern.sc support.function.pattern.sc punctuation.definition.variable.sc
#             ^^^^^^ meta.pattern.sc support.function.pattern.sc
#                   ^ meta.pattern.sc punctuation.section.argument.begin.sc
#                    ^^^^ meta.pattern.sc string.regexp.sc punctuation.section.group.regexp.sc
#                        ^ meta.pattern.sc string.regexp.sc
#                         ^ meta.pattern.sc string.regexp.sc punctuation.section.group.regexp.sc
#                          ^^ meta.pattern.sc string.regexp.sc constant.character.escape.regexp.sc
#                            ^ meta.pattern.sc string.regexp.sc keyword.operator.regexp.sc
#                             ^^ meta.pattern.sc string.regexp.sc constant.character.escape.regexp.sc
#                               ^^^^^ meta.pattern.sc string.regexp.sc keyword.operator.regexp.sc
#                                    ^ meta.pattern.sc string.regexp.sc punctuation.section.class.regexp.sc
#                                     ^^ meta.pattern.sc string.regexp.sc constant.character.escape.regexp.sc
#                                       ^ meta.pattern.sc string.regexp.sc
#                                        ^ meta.pattern.sc string.regexp.sc punctuation.section.class.regexp.sc
#                                         ^ meta.pattern.sc punctuation.section.argument.end.sc
#                                           ^^^^^^^^^^^ meta.pattern.sc comment.line.sc
    $Mixed = ~order @duckling.number::n $regexp_i<a/b>/$regex</start>
#   ^ entity.name.type.pattern.sc punctuation.definition.variable.sc
#    ^^^^^ entity.name.type.pattern.sc
#          ^ keyword.operator.assignment.sc
#            ^ meta.pattern.sc keyword.operator.lemma.sc
#             ^^^^^ meta.pattern.sc string.other.lemma.sc
#                   ^ meta.pattern.sc support.type.entity.sc punctuation.definition.entity.sc
#                    ^^^^^^^^^^^^^^^ meta.pattern.sc support.type.entity.sc
#                                   ^^ meta.pattern.sc punctuation.separator.alias.sc
#                                     ^ meta.pattern.sc entity.name.tag.alias.sc
#                                       ^ meta.pattern.sc support.function.pattern.sc punctuation.definition.variable.sc
#                                        ^^^^^^^^ meta.pattern.sc support.function.pattern.sc
#                                                ^ meta.pattern.sc punctuation.section.argument.begin.sc
#                                                 ^^^ meta.pattern.sc string.regexp.sc
#                                                    ^ meta.pattern.sc punctuation.section.argument.end.sc
#                                                     ^ meta.pattern.sc keyword.operator.alternative.sc
#                                                      ^ meta.pattern.sc support.function.pattern.sc punctuation.definition.variable.sc
#                                                       ^^^^^ meta.pattern.sc support.function.pattern.sc
#                                                            ^ meta.pattern.sc punctuation.section.argument.begin.sc
#                                                             ^^^^^^ meta.pattern.sc string.regexp.sc
#                                                                   ^ meta.pattern.sc punctuation.section.argument.end.sc
    $More = $entity<Cities>::city $repeat<$Num> $morph<N sg> $weight<+0.3> $weight<100.3-1> $oneWord $nonEmptyGarbage
#   ^ entity.name.type.pattern.sc punctuation.definition.variable.sc
#    ^^^^ entity.name.type.pattern.sc
#         ^ keyword.operator.assignment.sc
#           ^ meta.pattern.sc support.function.pattern.sc punctuation.definition.variable.sc
#            ^^^^^^ meta.pattern.sc support.function.pattern.sc
#                  ^ meta.pattern.sc punctuation.section.argument.begin.sc
#                   ^^^^^^ meta.pattern.sc meta.argument.sc constant.other.argument.sc
#                         ^ meta.pattern.sc punctuation.section.argument.end.sc
#                          ^^ meta.pattern.sc punctuation.separator.alias.sc
#                            ^^^^ meta.pattern.sc entity.name.tag.alias.sc
#                                 ^ meta.pattern.sc support.function.pattern.sc punctuation.definition.variable.sc
#                                  ^^^^^^ meta.pattern.sc support.function.pattern.sc
#                                        ^ meta.pattern.sc punctuation.section.argument.begin.sc
#                                         ^^^^ meta.pattern.sc meta.argument.sc variable.other.pattern.sc
#                                             ^ meta.pattern.sc punctuation.section.argument.end.sc
#                                               ^ meta.pattern.sc support.function.pattern.sc punctuation.definition.variable.sc
#                                                ^^^^^ meta.pattern.sc support.function.pattern.sc
#                                                     ^ meta.pattern.sc punctuation.section.argument.begin.sc
#                                                      ^ meta.pattern.sc meta.argument.sc constant.other.argument.sc
#                                                        ^^ meta.pattern.sc meta.argument.sc constant.other.argument.sc
#                                                          ^ meta.pattern.sc punctuation.section.argument.end.sc
#                                                            ^ meta.pattern.sc support.function.pattern.sc punctuation.definition.variable.sc
#                                                             ^^^^^^ meta.pattern.sc support.function.pattern.sc
#                                                                   ^ meta.pattern.sc punctuation.section.argument.begin.sc
#                                                                    ^^^^ meta.pattern.sc meta.argument.sc constant.numeric.sc
#                                                                        ^ meta.pattern.sc punctuation.section.argument.end.sc
#                                                                          ^ meta.pattern.sc support.function.pattern.sc punctuation.definition.variable.sc
#                                                                           ^^^^^^ meta.pattern.sc support.function.pattern.sc
#                                                                                 ^ meta.pattern.sc punctuation.section.argument.begin.sc
#                                                                                  ^^^^^^^ meta.pattern.sc meta.argument.sc constant.numeric.sc
#                                                                                         ^ meta.pattern.sc punctuation.section.argument.end.sc
#                                                                                           ^ meta.pattern.sc support.constant.pattern.sc punctuation.definition.variable.sc
#                                                                                            ^^^^^^^ meta.pattern.sc support.constant.pattern.sc
#                                                                                                    ^ meta.pattern.sc support.constant.pattern.sc punctuation.definition.variable.sc
#                                                                                                     ^^^^^^^^^^^^^^^ meta.pattern.sc support.constant.pattern.sc

theme: /
#<----- storage.type.tag.sc
#    ^ punctuation.separator.tag.sc
#      ^ entity.name.namespace.theme.sc
    state: A
#   ^^^^^ storage.type.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^ entity.name.function.state.sc
        q!: * да , {нет [слово]} * || onlyThisState = true
#       ^ keyword.other.trigger.tag.sc
#        ^ keyword.operator.global.sc
#         ^ punctuation.separator.tag.sc
#           ^ meta.pattern.sc keyword.operator.wildcard.sc
#             ^^ meta.pattern.sc string.unquoted.word.sc
#                ^ meta.pattern.sc string.unquoted.word.sc
#                  ^ meta.pattern.sc punctuation.section.permutation.sc
#                   ^^^ meta.pattern.sc string.unquoted.word.sc
#                       ^ meta.pattern.sc punctuation.section.optional.sc
#                        ^^^^^ meta.pattern.sc string.unquoted.word.sc
#                             ^ meta.pattern.sc punctuation.section.optional.sc
#                              ^ meta.pattern.sc punctuation.section.permutation.sc
#                                ^ meta.pattern.sc keyword.operator.wildcard.sc
#                                  ^^ meta.pattern.sc keyword.operator.parameters.sc
#                                     ^^^^^^^^^^^^^ meta.pattern.sc variable.parameter.sc
#                                                   ^ meta.pattern.sc keyword.operator.assignment.sc
#                                                     ^^^^ meta.pattern.sc constant.language.boolean.sc
        q: (one
#       ^ keyword.other.trigger.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^ meta.pattern.sc punctuation.section.group.sc
#           ^^^ meta.pattern.sc string.unquoted.word.sc
            |two)
#           ^ meta.pattern.sc keyword.operator.alternative.sc
#            ^^^ meta.pattern.sc string.unquoted.word.sc
#               ^ meta.pattern.sc punctuation.section.group.sc
        q: $Num // both
#       ^ keyword.other.trigger.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^ meta.pattern.sc variable.other.pattern.sc punctuation.definition.variable.sc
#           ^^^ meta.pattern.sc variable.other.pattern.sc
#               ^^^^^^^ meta.pattern.sc comment.line.sc
