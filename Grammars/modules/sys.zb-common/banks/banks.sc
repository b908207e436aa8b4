# Banks of Russia: {id, name}. The ids are those of banks.csv.
require: banks.csv
    name = Banks
    var = $Banks

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.BankConverter = function(parseTree) {
        return $Banks[parseTree.value].value;
    };

# A name is said with or without the word for a bank, before or behind it. Names that mean something else too need that word.
patterns:
    $sber = {[~банк] ($regexp_i<сбер(-|банк)\S*|банк-сбер\S*>|сбер|сбера|сберу|сбером|сбере|sber*)}
    $alphaBank = {[~банк] ($regexp_i<альфа(-|банк)\S*|банк-альфа\S*>|альфа|альфы|альфе|альфу|альфой|alfa|alfabank|alfa-bank)}
    $vtb = {[~банк] ($regexp_i<(внештор|втб)-?банк\S*|банк-втб\S*>|втб|вэтэбэ|внешторг*|внеш-торг*|внеш торг*|vtb) [24|двадцать четыре]}
        |{[~банк] (втб-24|втб24)}
    $tinkoff = ($regexp_i<т-?банк\S*>|{[~банк] ($regexp_i<(банк-)?тинько\S*>|тинёк|tinkoff)}|т ~банк)
    $gazpromBank = {[~банк] ($regexp_i<(банк-)?газ-?пром\S*>|газ пром*|gazprombank|гпб)}
    $rosselhozBank = {[~банк] ($regexp_i<рсхб(-|банк)\S*|банк-рсхб\S*|(банк-)?(рос-?сельхоз|росельхоз)\S*>|рсхб|рос сельхоз*|рос сель* хоз)}
    $mkb = {[~банк] ($regexp_i<мкб(-|банк)\S*|банк-мкб\S*>|мкб|московск* кредитн*)}
    $otkrytieBank = ($regexp_i<открытие-?банк\S*|банк-открыти\S*>|{~банк (открыти*|фк открыти*)}|фк открыти*)
    $sovkomBank = {[~банк] ($regexp_i<(банк-)?(совко|совком)\S*>)}
    $unikredit = {[~банк] ($regexp_i<(банк-)?юни-?кредит\S*>|юни кредит*|unicredit)}
    $raiffeisen = {[~банк] ($regexp_i<(банк-)?(раиф|райф|райфайзен|райфф|рафайзен|раффайзен|реффайзен)\S*>|raiffeisen)}
    $rosbank = ($regexp_i<рос-?банк\S*>|рос ~банк)
    $vbbr = ({[~банк] (вбрр|вббр|банк-вбрр)}|[всероссийск*] ~банк развития регионов|всероссийск* ~банк развития)
    $russiaBank = ($regexp_i<россия-?банк\S*|банк-росси\S*>|{~банк росси*})
    $spbBank = ($regexp_i<(бспб|петербург|питер|санкт-петербург|спб)-?банк\S*|банк-(бспб|петербург|питер|санкт-петербург|спб)\S*>|{~банк (спб
        |санкт-петербург*|петербург*|питер*|бспб*|санкт* петербург*)})
    $akBarsBank = {[~банк] ($regexp_i<(банк-)?ак-?барс\S*>|ак барс*)}
    $smpBank = {[~банк] (смп|смп-*|смпбанк*|банк-смп|северн* морск* (путь|пути))}
    $pochtaBank = ($regexp_i<почта-?банк\S*|банк-почта\S*>|{~банк (почта|почты)}|почта ~банк)
    $uralsibBank = {[~банк] ($regexp_i<(банк-)?урал-?сиб\S*>|урал* сиб)}
    $mosOblBank = {[~банк] ($regexp_i<(банк-)?мособл\S*>|мос-обл*|мос обл|московск* областн*)}
    $mskIndustrialBank = ($regexp_i<мин-?банк\S*>|{[~банк] (московск* индустриальн*)}|мин ~банк)
    $rusStandartBank = {[~банк] ($regexp_i<(банк-)?русский-стандарт\S*>|русск* стандарт*|русстандарт*)}
    $rnkb = {[~банк] ($regexp_i<рнкб(-|банк)\S*|банк-рнкб\S*>|рнкб|российск* национальн* коммерческ*|российск* национальн*)}
    $ubrirBank = ({[~банк] ($regexp_i<убрир(-|банк)\S*|банк-убрир\S*>|убрир|убрр)}|[уральск*] ~банк реконструкции [и развития])
    $eastBank = ($regexp_i<восток-?банк\S*|банк-восто\S*>|{~банк (восток|востока|восточн*)}|восточный банк|восточный экспресс [~банк])
    $homeCredit = {[~банк] ($regexp_i<(банк-)?хоум-кредит\S*>|хоумкредит*|хоум кредит*|хом кредит*|хоум|home credit)}
    $mtsBank = ($regexp_i<(мтс|эмтээс)-?банк\S*|банк-(мтс|эмтээс)\S*>|{~банк (мтс|эмтээс*)})
    $vozrozhdenieBank = ($regexp_i<возрождение-?банк\S*|банк-возрождени\S*>|{~банк возрождени*})
    $zenitBank = ($regexp_i<зенит-?банк\S*|банк-зенит\S*>|{~банк зенит*})
    $otpBank = {[~банк] ($regexp_i<отп(-|банк)\S*|банк-отп\S*>|отп|отэпэ*)}
    $avangardBank = ($regexp_i<авангард-?банк\S*|банк-авангард\S*>|{~банк авангард*})
    $rusfinansBank = {[~банк] ($regexp_i<(банк-)?рус-?финанс\S*>|рус финанс*)}
    $atb = {[~банк] ($regexp_i<атб(-|банк)\S*|банк-атб\S*>|атб|азиатско-тихоокеанск*|азиатск* тихоокеанск*)}
    $centrInvest = {[~банк] ($regexp_i<(банк-)?центр-?инвест\S*>|центр* инвест*)}
    $kreditEvropa = {[~банк] ($regexp_i<финанс-?банк\S*|(банк-)?кредит-европ\S*>|кредитевроп*|кредит европ*)}
    $kubanKredit = {[~банк] ($regexp_i<(банк-)?кубань-?кредит\S*>|кубань* кредит*)}
    $sngb = {[~банк] ($regexp_i<снгб(-|банк)\S*|банк-снгб\S*|(банк-)?сургут-?нефтегаз\S*>|снгб|сургут* нефтегаз*)}
    $rosgosstrakhBank = ($regexp_i<(ргс|рос-?госстрах|росгострах)-?банк\S*|банк-(ргс|рос-?госстрах|росгострах)\S*>|{~банк (росгосстрах*|росгострах*
        |рос-госстрах*|ргс|рос гос страх*|рос госстрах*)})
    $skb = ({[~банк] ($regexp_i<скб(-|банк)\S*|банк-скб\S*>|скб)}|~банк содействия коммерции [и] [бизнесу])
    $zapSibComBank = {[~банк] ($regexp_i<(банк-)?зап-?сиб\S*>|западно-сибирск* коммерческ*|западно* сибирск* коммерческ*|зап сиб ком)}
    $primSocBank = ({[~банк] ($regexp_i<(банк-)?примсоц\S*>|прим-соц*|прим соц)}|(социально-коммерческ*|социально коммерческ*
        |социальн* коммерческ*) ~банк приморья)
    $levoberezhnyiBank = ($regexp_i<левобережн-?банк\S*|банк-левобережн\S*>|{~банк левобережн*})
    $sdmBank = {[~банк] ($regexp_i<сдм(-|банк)\S*|банк-сдм\S*>|сдм)}
    $severGazBank = {[~банк] ($regexp_i<(банк-)?север-?газ\S*>|север* газ)}
    $chelyabInvestBank = {[~банк] ($regexp_i<(банк-)?челяб-?инвест\S*>|челяб* инвест*)}
    $chelindBank = {[~банк] ($regexp_i<(банк-)?челинд\S*>)}
    $genBank = ($regexp_i<ген-?банк\S*>|ген ~банк)
    $dalnevostochnyiBank = ({~банк (дальн* восток*|дальневосточн*)}|банк-дальневосточн*)
    $uralRingBank = {[~банк] (~кольцо урала|кольцо-урала|банк-кольцо урала)}
    $sarovBusinessBank = ({[~банк] ($regexp_i<(банк-)?саровбизнес\S*>|саров-бизнес*|саров бизнес)}|{~банк саров*}|саров-банк*)
    $promSvyazBank = {[~банк] ($regexp_i<псб(-|банк)\S*|банк-псб\S*|(банк-)?(пром-связь|промсвяз)\S*>|псб|пром* связь*)}
    $domRfBank = {[~банк] (дом рф|дом-рф|домрф|$regexp_i<дом\.рф>)}
    $novikomBank = {[~банк] ($regexp_i<(банк-)?новиком\S*>)}
    $peresvetBank = ($regexp_i<пересвет-?банк\S*|банк-пересвет\S*>|{~банк пересвет*})
    $absolutBank = ($regexp_i<абсолют-?банк\S*|банк-абсолют\S*>|{~банк абсолют*})
    $lokoBank = ($regexp_i<локо-?банк\S*|банк-локо\S*>|локо ~банк|банк локо)
    $renaissanceCreditBank = ($regexp_i<(ренесанс|ренессанс)(-|банк)\S*|банк-ренессанс\S*>|{~банк (ренессанс*|ренесанс*) [кредит*]}|(ренессанс
        |ренесанс) кредит*)
    $transCapitalBank = {[~банк] ($regexp_i<(банк-)?транскапитал\S*>|транс-капитал*|транс капитал*|ткб)}
    $finServiceBank = {[~банк] ($regexp_i<(банк-)?фин-?сервис\S*>|фин сервис*)}
    $aversBank = ($regexp_i<аверс-?банк\S*|банк-аверс\S*>|{~банк аверс*})
    $metallInvestBank = {[~банк] ($regexp_i<(банк-)?(метал-?инвест|металл-?инвест)\S*>|металл* инвест*)}
    $expoBank = ($regexp_i<экспо-?банк\S*|банк-экспо\S*>|{~банк экспо*})
    $intesaBank = {[~банк] ($regexp_i<(банк-)?интез\S*>|интеса*)}
    $soyuzBank = ($regexp_i<союз-?банк\S*|банк-союз\S*>|{~банк союз*})
    $gazEnergoBank = {[~банк] ($regexp_i<(банк-)?(газ-?энерго|газенерго)\S*>|газ энерго*)}
    $creditUralBank = {[~банк] ($regexp_i<куб-?банк\S*|(банк-)?(кредит-?урал|куб-банк)\S*>|кредит* урал*)}
    $primoryeBank = ($regexp_i<приморье-?банк\S*|банк-приморь\S*>|{~банк приморь*})
    $almazErgienBank = {[~банк] ($regexp_i<аэб(-|банк)\S*|банк-аэб\S*|(банк-)?(алмаз-?эргиэн|алмазэргиен)\S*>|аэб|алмаз* эргиэн*)}
    $uralFDBank = {[~банк] (урал фд|урал-фд|уралфд|банк-урал-фд|финансов* дом* урала|уральск* финансов* дом*)}
    $agroPromCredit = ({[~банк] ($regexp_i<(банк-)?агропромкредит\S*>|агро-пром кредит*|агро-промкредит*|агро пром кредит*|агропром кредит*)}
        |{~банк апк}|апк-банк*)
    $orenburgBank = ($regexp_i<оренбург-?банк\S*|банк-оренбург\S*>|{~банк оренбург*})
    $dataBank = ($regexp_i<дата-?банк\S*>|{[~банк] ($regexp_i<(банк-)?ижком\S*>)}|дата ~банк|банк дата)
    $kazanBank = ($regexp_i<казань-?банк\S*|банк-казан\S*>|{~банк казан*})
    $ksBank = ($regexp_i<кс-?банк\S*|банк-кс\S*>|{~банк (кс|кредитно-страхов*|кредитно страхов*)})
    $embBank = ($regexp_i<(екатеринбург|екб)-?банк\S*|банк-екб\S*|банк-екатеринбур\S*>|{~банк (екб|екатеринбург*|екатеринбуржск*)}|(екатеринбургск*
        |екатеринбуржск*) муниципальн* ~банк)
    $tomskPromStroyBank = {[~банк] ($regexp_i<тпсб(-|банк)\S*|банк-тпсб\S*>|томскпромстрой*|томск-пром-строй*|томск пром-строй*|томск промстрой*
        |тпсб|тпс)}
    $metComBank = {[~банк] ($regexp_i<(банк-)?мет-?ком\S*>|мет ком)}
    $solidarnostBank = ($regexp_i<солидарность-?банк\S*|банк-солидарност\S*>|{~банк солидарност*})
    $qiviBank = ($regexp_i<(qiwi|киви)-?банк\S*|банк-(qiwi|киви)\S*>|{~банк (киви*|qiwi*)})
    $baltinvestBank = {[~банк] ($regexp_i<(банк-)?балт-?инвест\S*>|балт* инвест*)}
    $energoTransBank = {[~банк] ($regexp_i<(банк-)?энерго-?транс\S*>|энерго* транс*)}
    $bystroBank = ($regexp_i<быстро-?банк\S*>|быстро ~банк)
    $plusBank = ($regexp_i<(омск|плюс)-?банк\S*|банк-(омск|плюс)\S*>|{~банк (плюс*|омск*)})
    $hlynovBank = ($regexp_i<хлынов-?банк\S*|банк-хлынов\S*>|{~банк хлынов*})
    $energoBank = ($regexp_i<энерго-?банк\S*|банк-энерго\S*>|{~банк энерго*})
    $economBank = ($regexp_i<эконом-?банк\S*|банк-эконом\S*>|{~банк эконом*})
    $akiBank = ($regexp_i<аки-?банк\S*|банк-аки\S*>|{~банк аки})
    $toliyattiHimBank = {[~банк] ($regexp_i<(банк-)?тольяттихим\S*>|тольятти-хим*|тольятти хим*|тхб)}
    $akceptBank = ($regexp_i<акцепт-?банк\S*|банк-акцепт\S*>|{~банк акцепт*})
    $citibank = ($regexp_i<сити-?банк\S*>|{(~банк|bank) (сити|citi|city)}|citi-bank|citibank|city-bank|citybank)

    # Which bank it is.
    $Bank = ($sber:0|$alphaBank:1|$vtb:2|$tinkoff:3|$gazpromBank:4|$rosselhozBank:5|$mkb:6|$otkrytieBank:7|$sovkomBank:8|$unikredit:9
        |$raiffeisen:10|$rosbank:11|$vbbr:12|$russiaBank:13|$spbBank:14|$akBarsBank:15|$smpBank:16|$pochtaBank:17|$uralsibBank:18
        |$mosOblBank:19|$mskIndustrialBank:20|$rusStandartBank:21|$rnkb:22|$ubrirBank:23|$eastBank:24|$homeCredit:25|$mtsBank:26
        |$vozrozhdenieBank:27|$zenitBank:28|$otpBank:29|$avangardBank:30|$rusfinansBank:31|$atb:32|$centrInvest:33
        |$kreditEvropa:34|$kubanKredit:35|$sngb:36|$rosgosstrakhBank:37|$skb:38|$zapSibComBank:39|$primSocBank:40
        |$levoberezhnyiBank:41|$sdmBank:42|$severGazBank:43|$chelyabInvestBank:44|$chelindBank:45|$genBank:46
        |$dalnevostochnyiBank:47|$uralRingBank:48|$sarovBusinessBank:49|$promSvyazBank:50|$domRfBank:51|$novikomBank:52
        |$peresvetBank:53|$absolutBank:54|$lokoBank:55|$renaissanceCreditBank:56|$transCapitalBank:57|$finServiceBank:58
        |$aversBank:59|$metallInvestBank:60|$expoBank:61|$intesaBank:62|$soyuzBank:63|$gazEnergoBank:64|$creditUralBank:65
        |$primoryeBank:66|$almazErgienBank:67|$uralFDBank:68|$agroPromCredit:69|$orenburgBank:70|$dataBank:71|$kazanBank:72
        |$ksBank:73|$embBank:74|$tomskPromStroyBank:75|$metComBank:76|$solidarnostBank:77|$qiviBank:78|$baltinvestBank:79
        |$energoTransBank:80|$bystroBank:81|$plusBank:82|$hlynovBank:83|$energoBank:84|$economBank:85|$akiBank:86
        |$toliyattiHimBank:87|$akceptBank:88|$citibank:89)
        || converter = $converters.BankConverter
