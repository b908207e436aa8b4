# forms: человек людей людям
# forms: сталь стали
# forms: стать стали стал
# forms: call calls called
patterns:
    $People = (~людей/народ)
#              ^^^^^^ warning[check/inflected-lemma]
theme: /
    state: Start
        q!: * [не] ~людям звони*
#                  ^^^^^^ warning[check/inflected-lemma]
        q: ~стали дешевле $People
#          ^^^^^^ warning[check/inflected-lemma]
        q: ~called me
#          ^^^^^^^ warning[check/inflected-lemma]
        a: Хорошо.
