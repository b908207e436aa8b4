patterns:
    $Item = (one/two)
    $List = $Item [and] [$List]
    $Other = ($Item|more $Other)
    $Unknown = ($Nowhere $Item)
    $Any = {[$Item] * (a/b)}
    $Repeated = $repeat<$Item>
    $Twice = ($Twice x)
    $Twice = x
theme: /
    state: Start
        q!: $List $Other $Unknown $Any $Repeated $Twice
        a: Good.
