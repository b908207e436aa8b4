theme: /
    state: Start
        q!: hello
        script:
            $http.get("https://example.org/orders?api_key=${key}", {query: {key: $secrets.get("shopKey")}});
            $http.get("https://example.org/", {headers: {"Authorization": "Bearer " + $secrets.get("token")}});
            $mail.config({user: "bot", password: $secrets.get("mailPassword1")});
            $session.passwordQuestion = "What is your password?";
            $session.token = "order-pizza";
