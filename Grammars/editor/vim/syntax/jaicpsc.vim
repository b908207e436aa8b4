" Scripts of phone bots (.sc). The same story as in ringback.tmLanguage.json, told shorter.
if exists('b:current_syntax')
  finish
endif

syntax include @scJavaScript syntax/javascript.vim
unlet! b:current_syntax
syntax sync fromstart

" Values that stand on one line.
syntax region scInterpolation matchgroup=scInterpolationMark start=/{{/ end=/}}/ oneline contained contains=@scJavaScript
syntax match scBar /||/ contained nextgroup=scParameters
syntax match scParameters /.*/ contained contains=scParameter,scString,scBoolean,scNumber,scInterpolation,scComment
syntax match scParameter /[[:alnum:]_$.-]\+\ze\s*=/ contained
syntax region scString start=/"/ skip=/\\./ end=/"/ oneline contained contains=scInterpolation
syntax keyword scBoolean true false contained
syntax match scNumber /\%(^\|[ =,]\)\@1<=-\?\d\+\%(\.\d\+\)\?\>/ contained
syntax match scPath /\S\%(\%(\s\+#\|\s\+\/\/\|||\)\@!.\)*/ contained contains=scInterpolation

" Patterns.
syntax match scNamed /\$[[:alnum:]_]\+\%(::[[:alnum:]_]\+\)\?/ contained
syntax match scSpecial /\$\%(oneWord\|nonEmptyGarbage\)\>/ contained
syntax match scSpecial /\$\%(regexp_i\|regexp\|regex\|morph\|weight\|repeat\|entity\)<.\{-}>\ze\%($\|[][ (){}|\/:$]\)/ contained
syntax match scEntity /@[[:alnum:]_.-]\+/ contained
syntax match scOperator /[][(){}|*\/~]/ contained
syntax match scValue /:\s*[^][ (){}|\/]\+/ contained
syntax match scComment /\%(^\|\s\)\@1<=\%(#\|\/\/\).*/ contained
syntax cluster scPattern contains=scNamed,scSpecial,scEntity,scOperator,scValue,scBar,scComment

" Lines: a tag of the language, a block, a tag that the language does not have; the first two are tried last to first.
syntax match scUnknown /^\s*\h\w*!\?:/
syntax match scAction /^\s*\u\w*\s*:/ nextgroup=scPath skipwhite
syntax match scDeclaration /^\s*\%(theme\|state\|patterns\)\s*:/ nextgroup=scPath skipwhite
syntax match scInclude /^\s*require\s*:/ nextgroup=scPath skipwhite
syntax match scTrigger /^\s*\%(intentGroup\|intent\|event\|eg\)!\?\s*:/ nextgroup=scPath skipwhite
syntax match scFlow /^\s*\%(go!\?\|timeout\|random\|else\)\s*:/ nextgroup=scPath skipwhite
syntax match scFlow /^\s*else\s*$/
syntax match scReaction /^\s*\%(image\|audio\|video\|buttons\|inlineButtons\|newSession\)\s*:/ nextgroup=scPath skipwhite
syntax match scBar /||/ nextgroup=scParameters
syntax match scSetting /^\s*[[:alpha:]_$][[:alnum:]_.-]*\s*=\@=/ nextgroup=scSettingValue
syntax match scSettingValue /=.*/ contained contains=scString,scBoolean,scNumber,scInterpolation
syntax match scButton /^\s*["'{].*/ contains=scString,scArrow,scInterpolation,scBoolean,scNumber,scComment
syntax match scArrow /->.*/ contained contains=scInterpolation,scComment
syntax match scFullComment /^\s*\%(#\|\/\/\).*/

" Blocks that go on over the lines further in: a text, a pattern, an expression, code.
syntax region scText matchgroup=scReaction start=/^\z(\s*\)a\s*:/ matchgroup=scTrigger start=/^\z(\s*\)e!\?\s*:/ end=/^\%(\s*$\|\s*#\|\z1\s\+\S\)\@!/me=s-1 keepend contains=scInterpolation,scBar,scFullComment
syntax region scTriggerPattern matchgroup=scTrigger start=/^\z(\s*\)q!\?\s*:/ end=/^\%(\s*$\|\s*#\|\z1\s\+\%(\h\w*!\?:\)\@!\S\)\@!/me=s-1 keepend contains=@scPattern
syntax region scNamedPattern matchgroup=scDefinition start=/^\z(\s*\)\$[[:alnum:]_.-]\+\s*=/ end=/^\%(\s*$\|\s*#\|\z1\s\+\%(\$[[:alnum:]_.-]\+\s*=\)\@!\S\)\@!/me=s-1 keepend contains=@scPattern
syntax region scCondition matchgroup=scFlow start=/^\z(\s*\)\%(if\|elseif\|else\s\+if\)\s*:/ end=/$/ keepend contains=@scJavaScript
syntax region scCode matchgroup=scReaction start=/^\z(\s*\)\%(script\|scriptEs6\|init\)\s*:/ end=/^\%(\s*$\|\s*#\|\z1\s\+\S\|\s*\%(\h\w*!\?\s*:\|@\|else\s*$\)\@!\S\)\@!/me=s-1 keepend contains=scFullComment,@scJavaScript
syntax region scAnnotation start=/^\z(\s*\)@\w\+\s*\%({\|$\)/ end=/^\%(\s*$\|\z1\s\+\S\|\z1[]{}[]\)\@!/me=s-1 keepend contains=scString

highlight default link scDeclaration Structure
highlight default link scInclude Include
highlight default link scTrigger Label
highlight default link scReaction Statement
highlight default link scFlow Conditional
highlight default link scAction Function
highlight default link scUnknown Error
highlight default link scDefinition Type
highlight default link scSetting Identifier
highlight default link scParameter Identifier
highlight default link scBar Operator
highlight default link scArrow Operator
highlight default link scOperator Operator
highlight default link scPath Constant
highlight default link scText String
highlight default link scString String
highlight default link scBoolean Boolean
highlight default link scNumber Number
highlight default link scNamed Identifier
highlight default link scSpecial Special
highlight default link scEntity Type
highlight default link scValue Constant
highlight default link scInterpolationMark Delimiter
highlight default link scComment Comment
highlight default link scFullComment Comment
highlight default link scAnnotation PreProc

let b:current_syntax = 'jaicpsc'
