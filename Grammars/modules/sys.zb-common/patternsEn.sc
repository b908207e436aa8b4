# What callers say in English: yes and no, greetings, requests, moods, people and things.
require: text/text.sc
require: namesEn/namesEn.sc

patterns:
    # Any text, any word, something.
    $catchAll = *
    $AnyWord = (0*|1*|2*|3*|4*|5*|6*|7*|8*|9*|a*|b*|c*|d*|e*|f*|g*|h*|i*|j*|k*|l*|m*|n*|o*|p*|q*|r*|s*|t*|u*|v*|w*|x*|y*|z*)
    $any = (any|some|anything|something|whatever|anyone|someone|anybody|somebody|[a] kind of)

    # Who is spoken of.
    $you = ([to|with|about|for|from|at|of] (you|u|ya|yourself|yourselves|thee|thou)|you all|y'all|all of you)
    $your = (your|yours|ur|you 're|thy)
    $me = ([to|with|about|for|from|at|of] (me|us|myself|ourselves)|i|i 'm|im|we|we 're)
    $me2you = ([can|could|will|would|may|should|do|shall|let|am|are] (i|me|we|us) [can|could|will|would|may|should|want to|just|to] [tell|ask|give|show|teach|call|help|send] (you|u|ya|to you)|(tell|ask|give|show|teach|send) (you|u|ya))

    # Words around an answer that change nothing in it.
    $patternsEnFiller = (well|so|oh|ah|um|uh|hmm|i|we|i think|i guess|i suppose|i believe|it|that|that 's|it 's|this|is|just|please|thanks|thank you|you|actually|really|very|then|ok|okay|now|sir|madam|ma'am|man|dear|my friend)
    $patternsEnFillers = $repeat<$patternsEnFiller>

    # Yes and consent.
    $patternsEnYesWord = (yes|yea|yeah|yeaah|yep|yup|ya|yah|yap|ye|aye|aha|uh-huh|uhuh|mhm|mm-hmm|uh huh|ok|okay|okey|okie|k|kk|yes sir|yes ma'am|yes please|yessir|affirmative|roger|correct|right|exactly|indeed|true|positive|you bet|da)
    $yes = [oh|well|um|so|hell|yeah|yes] $patternsEnYesWord [$patternsEnYesWord] [please|thanks|thank you|sure|of course|definitely|i do|i am|i did|i will|i would|i have|i can|it is|that is|we do|we are|sir|man]
    $sure = (sure|surely|certainly|definitely|absolutely|of course|obviously|undoubtedly|no doubt|without [a] doubt|for sure|i 'm sure|i am sure|by all means|naturally|totally|100 percent|you can bet)
    $comeOn = (come on|cmon|c'mon|come along|go on|go ahead|let 's go|let us go|let 's do it|do it|bring it on|hurry up|move on)
    $patternsEnAgreePhrase = ($sure|$comeOn|agree|agreed|i (do|am|did|will|would|can) agree|sounds [very|pretty|really] (good|great|fine|nice|perfect|cool|like a plan)|(that|it) (works|suits me|is right|is correct|is fine|is ok|is true|'s right|'s correct|'s fine|'s true|'s it|'s ok|'s okay|will do|would be (great|good|nice|fine|lovely|cool))|why not|with pleasure|my pleasure|gladly|deal|fine|good|great|perfect|cool|all right|alright|right|(would|i would|i 'd) (like|love) [to|that|it]|love to|i want [to|it|that]|i need (it|that)|i like (it|that|the idea)|i do n't mind|do n't mind|no problem|no objections|you 're right|you are right|as you wish|up to you|ready|i 'm ready|i am ready|i do|i am|i did|i will|i would|we do|we are|we will|it is|it does|let 's|do that|please do|for it|that one|confirm|i confirm|confirmed)
    $agree = ($repeat<$yes>|[$patternsEnFillers] [$yes] [$patternsEnFillers] $patternsEnAgreePhrase [*]|[$patternsEnFillers] $yes [$patternsEnFillers]|$yes *)

    # No and refusal.
    $patternsEnNoWord = (no|nope|nah|nay|noo|nooo|not|never|nay|no no|no-no|hell no|no way|no sir|no ma'am|negative|nein|non|uh-uh|na)
    $no = [oh|well|um|so|hell|oh my] $patternsEnNoWord [$patternsEnNoWord] [thanks|thank you|please|sir|man|way|really|i do n't|i am not|i 'm not|i did n't|i wo n't|it is n't|it 's not]
    $notTrue = ([that|it|this|you] [is|'s|are|'re|was] (not (true|right|correct|so|it)|n't (true|right|correct|so|it)|false|wrong|incorrect|untrue|a lie|lies|lying|bullshit|nonsense|mistaken)|untrue|wrong|incorrect|false|mistake|liar|lie|nonsense)
    $patternsEnNot = (do not|do n't|dont|does not|does n't|doesnt|did not|did n't|didnt|can not|ca n't|cant|cannot|could not|could n't|will not|wo n't|wont|would not|would n't|wouldnt|should not|should n't|am not|'m not|is not|is n't|are not|are n't|have not|have n't|has n't|no longer)
    $disagree = ($sure not [*]|$no|$repeat<$no>|$no *|[$patternsEnFillers] $notTrue [*]|[$patternsEnFillers] [$no] [$patternsEnFillers] $patternsEnNot [*]|[$patternsEnFillers] (disagree|refuse|reject|decline|deny|not (now|today|really|yet|interested|at all|sure|for me|ready|necessary|needed|a chance|me|quite|exactly|that|this|agree|agreed)|no (way|chance|need|interest)|nothing|neither|none|by no means|in no case|under no circumstances|i doubt it|hardly|forget it|rather not|i 'd rather not|nevermind|never mind|hate it) [*])

    # Neither yes nor no.
    $maybe = (maybe|may be|perhaps|probably|possibly|likely|it depends|depends|might be|could be|sort of|kind of|kinda|i guess [so]|i suppose [so]|i think so|we 'll see|let me think|not sure)
    $dontKnow = ([i|we|but|really|well|honestly] ((do not|do n't|dont|did n't|did not|really do n't|ca n't|have no|'ve no|got no) [even|really] (know|remember|recall|say|tell|get it|idea|clue|understand)|dunno|no idea|no clue|no thoughts|have no idea|not sure|i 'm not sure|am not sure|who knows|god knows|have n't decided|forgot|i forgot|beats me|hard to say|difficult to say|give up|idk) [*])
    $noMatter = (no matter|never mind|nevermind|does n't matter|does not matter|it does n't matter|whatever|[i] do n't care|who cares|any|anything|all the same|makes no difference|not important|irrelevant|no difference)
    $notNow = (not (now|today|yet|this time)|later|maybe later|some other time|another time|next time|[i 'm|i am] (busy|at work|driving|in a meeting)|[i] (have no|have n't got|do n't have) time|no time|call [me] [back] later|not a good time)

    # Greetings, farewells, courtesy.
    $hello = ((hi|hello|hallo|helo|hullo|hey|heya|hiya|hey hey|yo|howdy|greetings|welcome|aloha|salute|ahoy|good day|$goodTIme) [there|again|everyone|everybody|all|guys|friend|my friend|bot|dear|sir|mate|you|to you] [hi|hello]|$goodTIme)
    $goodTIme = ([a|very] good (morning|afternoon|evening|day)|morning|evening|afternoon|g'day|gday)
    $bye = [ok|okay|well|so|thanks|thank you|right|then] (bye|byebye|bye-bye|bye bye|good bye|goodbye|good-bye|see (you|ya|u) [later|soon|tomorrow|around|then|again]|cya|farewell|cheerio|so long|later|laters|catch you later|(talk|speak) to you (later|soon|tomorrow)|till (later|tomorrow|next time)|take care|have a (good|nice|great|lovely) (day|one|time|evening|weekend|night)|i (must|have to|got to|gotta|need to|should|'ve got to|'ll) (go|leave|run)|i 'm (off|leaving|going)|gotta go|got to go|adios|ciao|hang up) [bye|bye-bye|now|then|for now|thanks|thank you|everyone|all]
    $goodNight = ([$bye] (good night|goodnight|nighty night|night night|nite|sleep (well|tight)|sweet dreams|[i 'm|i am|i] [going|go|have to go|must go|got to go] to (bed|sleep)|time to (sleep|go to bed)|bedtime|night) [$you])
    $howAreYou = ([and|so|well|hey] (how (are|r|'re) (you|u|ya|things|we) [doing|today|feeling|getting on|going|all]|how do you (do|feel)|how 's (it [going]|life|everything|your day|things|it hanging)|how is (it going|life|everything|your day|your life)|how have you been|how you doing|what 's up|whats up|wassup|sup|are you (ok|okay|all right|alright|well|fine)|how 's your (day|life)|you all right))
    $whatsUp = (what 's (up|new|going on|happening|cooking|the news)|what is (up|new|going on|happening)|whats up|whats new|wassup|wazzup|sup|anything new|any news|what have you been (up to|doing)|what are you (doing|up to))
    $thanks = ([many|ok|okay|great|good|no|oh|well] (thanks|thank (you|u|ya)|thankyou|thx|tnx|tks|ty|cheers|much obliged|much appreciated|appreciate (it|that|your help)|i appreciate [it|that|your help]|i 'm [very|so] grateful|you [have] helped me) [a lot|very much|so much|a million|a bunch|again|for [your|the|that] (help|call|information|time|answer)|you|dear|man|mate])
    $sorry = ([i 'm|i am|so|very|oh] [so|very|really|terribly] (sorry|apologize|apologise|apologies|my apologies|pardon|excuse me|forgive me|my bad|my fault|pardon me|beg your pardon|i beg your pardon) [about that|for that|to hear that])
    $youAreWelcome = (you (are|'re) [very|most] welcome|youre welcome|welcome|not at all|do n't mention it|no problem|no worries|any time|anytime|my pleasure|it 's nothing|never mind|that 's (ok|okay|all right|fine)|glad to help)

    # Questions and requests.
    $patternsEnPlease = (please|plz|pls|kindly)
    $question = ([and|so|but] (who|whom|whose|what|which|when|where|why|how|how (much|many|often|long|far|old|big|come)|what (kind|sort|time|color|colour) [of]|is it|are there|is there) ['s|'re|is|are|do|does|did|was|were|can|could|will|would|should|have|has|'d|'ll] [you|i|we|he|she|it|they|the|that|there|this])
    $whatIs = [and|so|tell me|do you know|i want to know|can you tell me] (what (is|are|was|were|'s|does)|whats|what do you (know|think) about|what (can you tell|do you mean by)|who (is|are|was|were|'s)|define|definition of|the meaning of|meaning of) [a|an|the|this|that]
    $tellMe = ([can|could|would|will|may|$patternsEnPlease] [you] [$patternsEnPlease] (tell|say|speak|talk|explain|show|describe|inform|teach|read|name|let me know|give|find) [to] [me|us|about] [$patternsEnPlease] [about|a|an|the|some|something|more|how|what|all]|i (want|would like|need|'d like) [you] to (know|hear|learn|tell me|talk) [about]|talk about|let 's talk [about]|i wonder)
    $can = ([are|is|am|be] (able to|capable [of])|can|could|may|might|is it possible [to|for])
    $give = (give|gives|gave|given|giving|hand|pass|send|bring|get|provide|offer|lend|show|grant|present|deliver|share)
    $want = ([i|you|we|he|she|they|do you|i 'd|you 'd|would you|i would|we 'd] (want|wants|wanted|wanna|wish|wishes|desire|need|needs|would like|'d like|like|would love|'d love|prefer|hope|look for|looking for|ask for|feel like|dream [about|of]) [to|a|an|the|some])
    $understand = (understand|understands|understood|understanding|comprehend|get|got|get it|got it|see|catch|realize|realise|grasp|follow|make sense)
    $think = (think|thinks|thought|thinking|believe|believes|suppose|consider|guess|imagine|reckon|feel|opinion|view|mean)
    $like = (like|likes|liked|love|loves|loved|enjoy|enjoys|adore|prefer|fancy|fond of|[a] fan of|into|interested in|keen on|crazy about|mad about)
    $hate = (hate|hates|hated|dislike|dislikes|loathe|despise|detest|ca n't (stand|bear)|can not (stand|bear)|do n't (like|love|want|enjoy)|do not (like|love|want|enjoy)|not (like|fond of)|sick of|tired of|fed up with)
    $doYouLike = ((do|did|would|will|does|could|ca n't) (you|u|ya) [really|also|ever|not] ($like|$want|hate|dislike|think about|feel about)|what do you (think|feel) (of|about)|are you (fond of|into|a fan of|interested in|keen on)|your (favorite|favourite)|you like)
    $work = (work|works|worked|working|job|jobs|career|business|employment|occupation|profession|labor|labour|office|do for a living|live for)
    $iLiveIn = (i|we|i 'm|i am|we 're|we are) [am|are|'m|'re|do] [currently|now] (live|lives|living|stay|staying|reside|come|from|based|located|was born|were born|located) [in|at|near|from|on]
    $helpYou = ((can|may|could|shall|should|will|let|how (can|may|could)) (i|me|we) [please] (help|assist) (you|u) [with]|(help|assist) you|need [any|some] help|want [any|some] help)
    $andYou = [and|how about|what about|so] (you|your|yours|yourself|u) [too|do|are|would|as well] [do you|are you|how are you|think|like]
    $repetition = (repeat|say (again|it again|that again|it once more|one more time)|again|once (more|again)|one more time|pardon|come again|what did you (say|just say)|i (did n't|did not|do n't|ca n't|could n't) (hear|catch|get) [you|that|it]|excuse me|sorry|what was that|can you repeat)
    $continue = ([please|let 's|ok|yes] (continue|go on|go ahead|carry on|keep (going|on|talking)|proceed|next|more|further|and then|resume|come on|move on|another [one]|one more))

    # Commands.
    $stop = ([please|just|can you|could you] (stop|halt|cease|quit|cancel|enough|pause|finish|end|abort|break|hold on|wait|that 's enough|that 's all|interrupt|exit) [it|that|this|now|talking|please|everything])
    $stopGame = (* (stop|quit|finish|end|exit|leave|leaving|cancel|tired of|bored (with|of)|enough of|over with) [the|this|that|of|playing|our] (game|games|playing|play|quiz|it|this) *|[i|we] ['m|am|'re] (do n't|do not|wo n't|not) [want|wanna|feel like|like|going] [to] (play|playing) [it|this|the game] [any more|anymore|any longer] [with you]|[i|i 'm|i am|we|let 's|please|ok|that 's|that is] (stop|stop it|quit|exit|give up|surrender|enough|finish|bored|tired|boring|done|i 'm done|game over|over|the end|no more|that 's all))
    $turnOn = ([can|could|would|will|$patternsEnPlease] [you] (turn|switch|put|power) [$oneWord] [$oneWord] on|[can|could|would|$patternsEnPlease] [you] (turn on|switch on|put on|start|launch|enable|activate|open|play|run|begin))
    $turnOff = ([can|could|would|will|$patternsEnPlease] [you] (turn|switch|put|power|shut) [$oneWord] [$oneWord] (off|down)|[can|could|would|$patternsEnPlease] [you] (turn off|switch off|shut down|shut off|stop|disable|deactivate|close|exit|mute|kill))
    $shutUp = ([please|just|can you|could you|you|oh] (shut up|shut it|shut your (mouth|face|trap)|be quiet|be silent|silence|keep quiet|quiet|hush|stop (talking|it|calling|speaking|chatting)|zip it|button it|do n't (talk|speak|call) [to me|me]|leave me alone|hold your tongue|close your mouth|no more talking) [please|now|you|already])
    $getLost = ([just|you|please|oh] (get lost|go away|go to hell|get out [of here]|leave me alone|buzz off|back off|piss off|fuck off|bugger off|beat it|get away|scram|drop dead|go to the devil|die|to hell with you|screw you|fuck you|leave) [you|now|please])
    $changeTheme = (change (the|a) (subject|topic|theme|conversation)|(another|other|different) (subject|topic|theme)|[let 's] talk about (something|anything) (else|different|other)|[i] (do n't|do not) (want|wish) to (talk|speak) about (it|that|this)|none of your business|mind your own business|it 's not your business|not your business|something else|let 's drop it|drop it)
    $cheerUp = (cheer (me|us) up|cheer up|make me (laugh|smile|happy)|entertain me|amuse me|(i 'm|i am|feel) [so|very] (bored|sad)|lighten up|(have|let 's have) [some] fun|tell me (a joke|something funny))
    $comfort = (comfort me|calm me [down]|console me|support me|say something (nice|kind)|pity me|feel sorry for me|hug me|give me a hug|help me calm down|do n't worry|do n't be (sad|upset)|calm down|relax|it 's (ok|okay|all right|going to be (ok|fine|all right))|everything will be (ok|fine|all right)|take it easy|poor thing|poor you)

    # What is good, bad, sad or big.
    $patternsEnVery = (very|so|really|too|quite|pretty|such|just|extremely|absolutely|rather|a bit|kind of|more|most|the)
    $good = [$patternsEnVery] (good|nice|fine|great|well|cool|excellent|wonderful|amazing|awesome|brilliant|fantastic|super|superb|perfect|lovely|marvelous|marvellous|terrific|splendid|kind|sweet|best|better|gorgeous|okay|ok|not bad|positive|neat|fabulous|outstanding)
    $bad = [$patternsEnVery] (bad|awful|terrible|horrible|poor|nasty|disgusting|dreadful|lousy|worse|worst|ugly|evil|not (good|great|well|nice|fine|ok)|unpleasant|shitty|sucks|suck|useless|gross|rubbish|negative|unwell|sick)
    $perfect = [$patternsEnVery] (perfect|perfectly|ideal|flawless|excellent|superb|wonderful|amazing|awesome|fantastic|brilliant|gorgeous|magnificent|outstanding|great|splendid|incredible|unbelievable|impeccable|fabulous)
    $pretty = [$patternsEnVery] (pretty|beautiful|cute|handsome|attractive|lovely|gorgeous|good-looking|good looking|hot|sexy|charming|adorable|stunning|fair|nice-looking|sweet)
    $ugly = [$patternsEnVery] (ugly|hideous|unattractive|disgusting|plain|awful|repulsive|nasty|fat|horrible|not (pretty|beautiful|cute|handsome|attractive)|freak|freaky|scary|creepy)
    $clever = [$patternsEnVery] (clever|smart|intelligent|wise|bright|brilliant|genius|a genius|brainy|talented|gifted|sharp|witty|well done|good (girl|boy|job|bot)|not (stupid|dumb))
    $stupid = [$you] [$patternsEnVery|are|'re|r] [a|an|such|so|just] [$patternsEnVery] (stupid|dumb|silly|foolish|idiotic|dull|slow|brainless|ignorant|mindless|fool|idiot|idiots|moron|moronic|dummy|dumbass|dimwit|imbecile|cretin|retard|retarded|jerk|blockhead|nitwit|loser|dunce|airhead|not (smart|clever|intelligent|bright)|useless|an ass|donkey|dork|clown)
    $big = [$patternsEnVery] (big|large|huge|great|enormous|giant|gigantic|massive|vast|immense|tall|bigger|biggest|larger|largest|long)
    $fast = [$patternsEnVery] (fast|quick|quickly|rapid|rapidly|swift|speedy|faster|fastest|quicker|immediately|at once|asap|in no time|hurry)
    $sad = [$patternsEnVery] (sad|unhappy|upset|depressed|blue|down|miserable|gloomy|sorrowful|lonely|heartbroken|melancholy|disappointed|crying|cry|in a bad mood|feeling down|low)
    $funny = [$patternsEnVery] (funny|fun|hilarious|amusing|comic|comical|humorous|ridiculous|joke|lol|haha|hahaha|entertaining|laughable)
    $nAffront = (idiot|moron|fool|jerk|loser|bastard|bitch|asshole|dick|dickhead|prick|cunt|motherfucker|scum|scumbag|pig|swine|whore|slut|dumbass|retard|freak|rat|son of a bitch|piece of (shit|crap|garbage|junk)|wanker|tosser|twat|fucker|imbecile|cretin|dummy|monster|crap|trash|garbage)
    $compliment = ([$you|i think you|and you] [are|'re|r|look|is|sound] [a|an|such|such a|so|the] ($clever|$pretty|$perfect|$good|my (love|friend|dear|sunshine|angel)|the best|sweetheart|darling|honey|baby|sweetie|beauty|angel) [person|girl|boy|man|woman|bot|robot|today|guy]|well done|good (job|work|girl|boy)|nice (job|work)|i (like|love|adore) you|bravo|congratulations|congrats)

    # Things people talk about.
    $patternsEnWeather = (weather|forecast|rain|raining|rainy|snow|snowing|sun|sunny|wind|windy|cloud|cloudy|temperature|storm|thunderstorm|fog|frost|degrees|hot outside|cold outside)
    $serviceWether = ($patternsEnWeather|what 's it like outside|do i need an umbrella)
    $socialNetworks = (facebook|fb|twitter|instagram|insta|vk|vkontakte|linkedin|telegram|whatsapp|viber|youtube|tiktok|snapchat|pinterest|reddit|tumblr|myspace|google plus|skype|social (network|networks|media))
    $Earth = ([the|our|planet] (earth|planet|globe|world|land|ground)|[the] world)
    $problem = (problem|problems|trouble|troubles|issue|issues|difficulty|difficulties|question|questions|matter|bug|error|mistake|failure|trouble with|something wrong|is wrong|went wrong|does n't work|does not work)
    $favorite = (favorite|favourite|favorites|favourites|fave|beloved|best|most (loved|liked)|preferred|like (most|best|the most|the best)|love (most|best|the most)|prefer)
    $anyColor = (red|orange|yellow|green|blue|light blue|navy|dark blue|cyan|turquoise|teal|purple|violet|lilac|lavender|indigo|pink|magenta|crimson|scarlet|maroon|burgundy|brown|beige|tan|gold|golden|silver|gray|grey|black|white|ivory|khaki|olive|lime|coral|salmon|peach)
    $gender = ([i am|i 'm] [a|the] (male|man|men|boy|boys|guy|guys|gentleman|gentlemen|lad|dude|mister|mr|masculine|he):0
        |[i am|i 'm] [a|the] (female|woman|women|girl|girls|lady|ladies|lass|miss|mrs|ms|feminine|she):1)
    $rarePet = (parrot|parrots|hamster|hamsters|guinea pig|rabbit|rabbits|bunny|turtle|tortoise|snake|snakes|lizard|iguana|chameleon|spider|tarantula|rat|rats|mouse|mice|ferret|hedgehog|chinchilla|frog|canary|fish|goldfish|monkey|raccoon|horse|pony|goat|pig|crocodile|penguin)
    $sport = (sport|sports|football|soccer|basketball|volleyball|hockey|tennis|table tennis|ping pong|badminton|baseball|softball|cricket|rugby|golf|swimming|running|jogging|cycling|boxing|wrestling|judo|karate|skiing|skating|figure skating|snowboarding|surfing|gymnastics|athletics|rowing|sailing|diving|climbing|fencing|handball|polo|chess|bowling|yoga|fitness|formula one|racing)
    $musicGenres = (rock|pop|jazz|blues|rap|hip hop|hip-hop|classical|classic|classics|opera|metal|heavy metal|punk|reggae|country|folk|disco|techno|house|trance|electronic|dubstep|soul|funk|r&b|rnb|indie|alternative|ska|grunge|ambient|gospel|latin|swing|dance music|drum and bass)
    $performer = (singer|singers|performer|performers|artist|artists|musician|musicians|band|bands|group|groups|actor|actors|actress|actresses|star|stars|composer|rapper|dj|celebrity|celebrities)
    $profession = (doctor|nurse|dentist|surgeon|teacher|professor|student|engineer|programmer|developer|designer|manager|accountant|lawyer|judge|policeman|police officer|fireman|soldier|pilot|driver|cook|chef|waiter|waitress|barman|bartender|actor|actress|singer|musician|artist|painter|writer|journalist|photographer|model|secretary|salesman|seller|cashier|director|boss|businessman|banker|economist|scientist|biologist|chemist|physicist|mathematician|psychologist|architect|builder|plumber|electrician|mechanic|carpenter|farmer|gardener|hairdresser|barber|tailor|cleaner|guard|operator|consultant|analyst|astronaut|sailor|captain|athlete|coach|translator|librarian)

    # Food and drink.
    $sweetFood = (sweets|sweet|candy|candies|chocolate|cake|cakes|cupcake|pie|pies|cookie|cookies|biscuit|biscuits|ice cream|ice-cream|donut|donuts|doughnut|doughnuts|pancake|pancakes|waffle|waffles|jam|honey|marshmallow|marshmallows|muffin|brownie|dessert|pudding|jelly|tiramisu|cheesecake|croissant)
    $meatFood = (meat|beef|pork|chicken|turkey|lamb|mutton|veal|bacon|ham|sausage|sausages|steak|steaks|meatball|meatballs|cutlet|ribs|duck|salami|barbecue|bbq|kebab|fish|salmon|tuna|seafood|shrimp|shrimps)
    $carbFood = (pasta|spaghetti|macaroni|noodles|rice|bread|toast|potato|potatoes|cereal|porridge|oatmeal|lasagna|lasagne|dumplings|ravioli|bun|buns|bagel|couscous|buckwheat)
    $fruitFood = (fruit|fruits|apple|apples|pear|pears|banana|bananas|orange|oranges|lemon|lemons|lime|grapes|grape|peach|peaches|apricot|plum|plums|cherry|cherries|strawberry|strawberries|raspberry|raspberries|blueberry|blueberries|pineapple|mango|kiwi|melon|watermelon|pomegranate|fig|figs|coconut|avocado|berry|berries|vegetable|vegetables|salad|tomato|tomatoes|cucumber|carrot|cabbage|onion)
    $fastFood = (fast food|fastfood|junk food|burger|burgers|hamburger|hamburgers|cheeseburger|pizza|pizzas|hot dog|hot dogs|hotdog|sandwich|sandwiches|french fries|fries|chips|nuggets|taco|tacos|burrito|sushi|rolls|popcorn|big mac|shawarma)
    $nFood = (food|foods|meal|meals|dish|dishes|breakfast|lunch|dinner|supper|snack|snacks|cuisine|soup|soups|egg|eggs|omelette|omelet|cheese|butter|milk|yogurt|yoghurt|sauce|nuts|mushrooms|beans)
    $food = ($fruitFood|$meatFood|$nFood|$carbFood|$sweetFood|$fastFood)
    $alcoLight = (beer|beers|ale|lager|cider|wine|red wine|white wine|champagne|prosecco|sangria|mulled wine|cocktail|cocktails)
    $spirit = (vodka|whiskey|whisky|brandy|cognac|rum|gin|tequila|absinthe|liqueur|bourbon|scotch|sambuca|moonshine|martini|vermouth|spirit|spirits)
    $alcohol = ($alcoLight|$spirit|alcohol|booze|liquor|a drink|drinks)

    # Family, countries and names.
    $mother = [my|your|a|the] (mother|mothers|mom|moms|mum|mums|mommy|mummy|mama|ma)
    $father = [my|your|a|the] (father|fathers|dad|dads|daddy|papa|pa|pop)
    $brother = [my|your|a|the] [elder|older|younger|little|big|twin] (brother|brothers|bro|bros|sibling|siblings)
    $friend = [my|your|a|the] [best|close|old|good] (friend|friends|buddy|buddies|pal|pals|mate|mates|bestie|girlfriend|boyfriend|fellow|companion)
    $nation = (american*|english|british|scottish|irish|welsh|german|french|italian|spanish|portuguese|dutch|belgian|swiss|austrian|swedish|norwegian|danish|finnish|polish|czech|hungarian|greek|turkish|russian|ukrainian|belarusian|chinese|japanese|korean|indian|thai|vietnamese|arab|arabian|egyptian|african|mexican|brazilian|argentinian|canadian|australian|european|asian|jewish|kazakh|georgian|armenian)
    $europeCountry = (great britain|britain|united kingdom|uk|england|scotland|wales|ireland|france|germany|italy|spain|portugal|netherlands|holland|belgium|luxembourg|switzerland|austria|sweden|norway|denmark|finland|iceland|poland|czech republic|czechia|slovakia|hungary|romania|bulgaria|greece|serbia|croatia|slovenia|bosnia|montenegro|albania|macedonia|estonia|latvia|lithuania|ukraine|belarus|moldova|russia|malta|cyprus|monaco|andorra|vatican)
    $americaCountry = ([the] (united states [of america]|usa|us|america|states)|canada|mexico|cuba|jamaica|haiti|dominican republic|guatemala|honduras|nicaragua|el salvador|costa rica|panama|colombia|venezuela|ecuador|peru|bolivia|chile|argentina|uruguay|paraguay|brazil|bahamas|barbados)
    $patternsEnOtherCountry = (china|japan|korea|south korea|north korea|india|pakistan|bangladesh|thailand|vietnam|cambodia|laos|malaysia|singapore|indonesia|philippines|mongolia|kazakhstan|uzbekistan|turkmenistan|kyrgyzstan|tajikistan|georgia|armenia|azerbaijan|turkey|iran|iraq|israel|jordan|lebanon|syria|saudi arabia|qatar|kuwait|oman|united arab emirates|uae|egypt|morocco|tunisia|algeria|libya|sudan|ethiopia|kenya|tanzania|nigeria|ghana|south africa|zimbabwe|madagascar|australia|new zealand|nepal|sri lanka)
    $country = ($europeCountry|$americaCountry|$patternsEnOtherCountry)
    $hashCountries = (england*|britain*|france*|german*|ital*|spain*|russia*|america*|usa*|canada*|mexic*|brazil*|argentin*|china*|chin*|japan*|india*|korea*|australia*|egypt*|turk*|greece*|ukrain*|poland*|swed*|norw*|finl*)
    $robotName = (siri|alexa|cortana|google assistant|ok google|bixby|alice|alisa|watson|jarvis|hal|terminator|wall-e|robocop|r2d2|c3po|bender|optimus prime|skynet|robot|bot|chatbot|zenbot|chatgpt)

    # What is not for children.
    $sex = (sex|sexual|have sex|having sex|make love|making love|fuck|fucking|fucked|bang|shag|screw|sleep with|one night stand|porn|porno|orgasm|blowjob|blow job|handjob|masturbate|masturbation|erotic|kamasutra|virgin|horny|kinky|69)
    $penis = (penis|dick|cock|prick|willy|wiener|boner|dong|phallus|balls|testicles)
    $tits = (tit|tits|titties|boob|boobs|boobies|breast|breasts|knockers|nipple|nipples|chest|cleavage)
    $ass = (ass|asses|arse|butt|butts|bum|booty|bottom|backside|buttocks|asshole|anus)
    $pussy = (pussy|vagina|cunt|clit|clitoris|twat|beaver)
    $nudity = (naked|nude|nudes|nudity|topless|undressed|without clothes|in your birthday suit|underwear|lingerie|panties|bikini|bra)
    $strip = (strip|stripper|striptease|undress|undress yourself|take off your (clothes|dress|shirt|pants|bra)|get (naked|undressed)|take it off)
