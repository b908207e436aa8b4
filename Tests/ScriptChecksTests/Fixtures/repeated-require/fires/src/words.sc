patterns:
    $yes = yes
