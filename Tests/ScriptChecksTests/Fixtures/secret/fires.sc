theme: /
    state: Start
        q!: hello
        script:
            $http.get("https://example.org/orders?api_key=0123456789abcdef0123", {});
#                                                         ^^^^^^^^^^^^^^^^^^^^ warning[check/secret]
            $http.get("https://example.org/", {headers: {"Authorization": "Bearer 0123456789.abcdefghij.klmnop"}});
#                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/secret]
            // $mail.config({user: "bot", password: "n0t-a-real-0ne"});
            $mail.config({user: "bot", password: "n0t-a-real-0ne"});
#                                                 ^^^^^^^^^^^^^^ warning[check/secret]
