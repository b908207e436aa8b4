# Sends what the caller wants to say to somebody.
theme: /

    state: Complaint
        q!: complain *
        script:
            var sent = $mail.send({ to: ["boss@example.com"], subject: "A complaint", content: $request.query.slice(9) });
            $temp.status = sent.status;
        a: Passed on: {{ $temp.status }}
