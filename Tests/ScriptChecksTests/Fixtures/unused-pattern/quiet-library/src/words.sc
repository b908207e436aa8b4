patterns:
    $yes = (yes|sure)
    $no = no
    $perhaps = ($yes|$no)
