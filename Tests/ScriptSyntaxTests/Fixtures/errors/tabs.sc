theme: /
	state: A
		a: tabs only are no trouble
   state: B
#^^ warning[syntax/ambiguous-tabs]
