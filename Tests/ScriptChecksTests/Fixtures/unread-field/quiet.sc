theme: /
    state: Start
        q!: hello
        script:
            $session.country = "France";
            $session.countries = ["France"];
            $session.country2 = "Spain";
            $session.flight = "AF 1";
            $session.flights = $session.countrys = 1;
            $session.countrx = "Read";
            $client.contry = "Of another object";
            log($session["countrx"]);
        a: You are going to {{$session.country}}.
