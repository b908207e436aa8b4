theme: /
    state: S
  	q!: *
#^^ warning[syntax/ambiguous-tabs]
        a: x
    state: T
	script:
	    f();
        a: y
