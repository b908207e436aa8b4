# declares: countPrice
theme: /
    state: Start
        q!: hello
        script: $session.total = countPrise(1);
# reads: countPrise
#        ^^^^^^^^^^ warning[script/undeclared-name]
# reads: unheardOf
#        ^^^^^^^^^ warning[script/undeclared-name]
# reads: countPrise
