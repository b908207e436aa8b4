# Sends something beside the answer.
theme: /

    state: Picture
        q!: picture
        script:
            $conversationApi.sendTextToClient("Here it comes");
            $conversationApi.sendRepliesToClient([{ type: "image", imageUrl: "https://example.com/tea.png" }]);
        a: Sent
