#! chatbot.yaml:4:20 warning[check/secret]
#! chatbot.yaml:5:18 warning[check/secret]
#! chatbot.yaml:7:20 warning[check/secret]
#! chatbot.yaml:8:17 warning[check/secret]
#! src/js/unused.js:1:20 warning[check/secret]
#! src/js/unused.js:2:28 warning[check/secret]
#! src/js/unused.js:3:30 warning[check/secret]
theme: /
    state: Start
        q!: hello
        script:
            $http.get("https://example.org/orders?api_key=0123456789abcdef0123", {});
#                                                         ^^^^^^^^^^^^^^^^^^^^ warning[check/secret]
            $http.get("https://example.org/", {headers: {"Authorization": "Bearer 0123456789.abcdefghij.klmnop"}});
#                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/secret]
            // $mail.config({user: "bot", password: "n0t-a-real-0ne"});
#                                                    ^^^^^^^^^^^^^^ warning[check/secret]
            $mail.config({user: "bot", password: "n0t-a-real-0ne"});
#                                                 ^^^^^^^^^^^^^^ warning[check/secret]
