# Answers from the knowledge base of the NLU export.
theme: /

    state: Base
        intentGroup!: /Base
        script: $faq.pushReplies();
        a: {{ $faq.getReplies().length }} answer
