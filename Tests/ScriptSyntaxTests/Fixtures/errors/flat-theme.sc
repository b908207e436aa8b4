require: a.sc
type = scriptEs6
#^^^^^^^^^^^^^^^ error[syntax/flat-script]
name = x
patterns:
$A = a
#^^^^^ error[syntax/flat-script]
$B = b
theme: /
state: A
#^^^^^ warning[syntax/flat-script]
q: x
#^ error[syntax/flat-script]
buttons:
"Yes" -> /X
state: B
q: y
