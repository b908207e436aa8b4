# declares: countPrice
theme: /
    state: Start
        q!: hello
        script: $session.total = countPrice(1);
# reads: countPrice
# reads: $session
# reads: JSON
# reads: moment
# asks: define
# reads: define
# reads: $smartRating
