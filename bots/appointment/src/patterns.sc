patterns:
    $Yes = (yes/yeah/right/correct/sure/ok/okay)
    $No = (no/nope/wrong)
    $Noon = (am:am/a.m:am/pm:pm/p.m:pm/((in the) afternoon):pm/((in the) morning):am)
    $Name = $regexp_i<[a-z]{2,20}>
    $Hour = ($HourNumber/$HourWord) || converter = hourConverter
    $HourNumber = $regexp<\d{1,2}>
    $HourWord = (one:1/two:2/three:3/four:4/five:5/six:6/seven:7/eight:8/nine:9/ten:10/eleven:11/(twelve/noon):12)
