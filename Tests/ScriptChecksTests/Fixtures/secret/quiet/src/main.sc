theme: /
    state: Start
        q!: hello
        script:
            $http.get("https://example.org/orders?api_key=${key}", {query: {key: $secrets.get("shopKey")}});
            $http.get("https://example.org/", {headers: {"Authorization": "Bearer " + $secrets.get("token")}});
            $mail.config({user: "bot", password: $secrets.get("mailPassword1")});
            $session.passwordQuestion = "What is your password?";
            $session.token = "order-pizza";
            var password = "password1", pwd = "<pwd1>", secret = "changeme1", dbPassword = "your-own-1";
            $session.password = "";
            $session.secret = "yes";
            $session.passwordField = "field1";
