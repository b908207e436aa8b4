" Scripts of phone bots; other languages use the ending .sc too, so this comes last.
autocmd BufRead,BufNewFile *.sc set filetype=jaicpsc
