theme: /
    state: Feature
        q!: try it
        script: $http.get("https://example.org/");
    state: Again
        q!: again
        a: Again.
