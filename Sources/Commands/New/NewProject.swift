/// The files of a new bot.
struct NewProject {
    let name: String

    /// Why the name will not do; `nil` when it will.
    var fault: String? {
        guard let first = name.unicodeScalars.first else { return "The name is empty." }
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.".unicodeScalars.contains($0)
        }
        guard isPlain else {
            return "`\(name.shortened)` is no name for a bot: letters, digits, `-`, `_` and `.` can stand in it."
        }
        guard first.properties.isAlphabetic || first.properties.numericType != nil else {
            return "`\(name.shortened)` is no name for a bot: it begins with a letter or a digit."
        }
        return name.utf8.count > 100 ? "`\(name.shortened)` is too long for a name: 100 bytes are enough." : nil
    }

    var files: [(path: String, text: String)] {
        [
            ("chatbot.yaml", configuration), ("src/main.sc", Self.script), ("test/main.talk", Self.talk),
            ("README.md", readme), (".github/workflows/test.yml", Self.gitHub), (".gitlab-ci.yml", Self.gitLab),
        ]
    }

    /// A name such as `1.0` is no text of YAML without quotes.
    private var configuration: String {
        """
        name: "\(name)"
        entryPoint: main.sc
        language: en

        """
    }

    private static let script = """
        theme: /

            state: Start
                q!: $regex</start>
                a: Hello! Do you have a minute?

                state: Yes
                    q: * (yes/sure/ok/okay/of course) *
                    a: Great! Your parcel is here. Come by any day from nine to six. Goodbye!
                    script:
                        $dialer.hangUp();

                state: No
                    q: * (no/not now/busy/later) *
                    go!: /Callback

            state: Callback
                q!: * call [me] [back] * [later] *
                a: I will call you in an hour. Goodbye!
                script:
                    $dialer.redial({ startDateTime: new Date(Date.now() + 60 * 60000), maxAttempts: 2 });
                    $dialer.hangUp();

            state: NotUnderstood || noContext = true
                event!: noMatch
                a: Sorry, I did not get that. Is it a good time to talk?

            state: Silence || noContext = true
                event!: speechNotRecognized
                a: Are you still there?

        """

    private static let talk = """
        # has a minute
        > /start
        < Hello! Do you have a minute?
        > yes, sure
        < Great!…
        = /Start/Yes
        ! hangUp

        # has no time, and is called in an hour
        > /start
        < Hello!…
        > no, I am busy
        < I will call you in an hour. Goodbye!
        = /Callback
        ! redial start +60m attempts 2
        ! hangUp

        # is not understood, and the question still stands
        > /start
        < Hello!…
        > purple elephants
        < Sorry, I did not get that.…
        > yes
        < Great!…

        # says nothing
        > /start
        < Hello!…
        @silence
        < Are you still there?

        """

    private var readme: String {
        """
        # \(name)

        A phone bot for Ringback. From the folder above this one:

        - `ringback call \(name)`: talk to it as a caller would.
        - `ringback test \(name)`: replay `test/`. `--watch` does it again whenever you save a file; `--coverage` tells what no test visits.
        - `ringback check \(name)`: what is wrong with its scripts.
        - `ringback graph \(name) > \(name).svg`: its states as a picture.

        `src/main.sc` is the script, `test/main.talk` says what is expected of it. `ringback call \(name) --record \(name)/test/second.talk` turns a call into a test.

        `.github/workflows/test.yml` and `.gitlab-ci.yml` check and replay the bot on every push. Keep the one that you need, and set the
        variable `RINGBACK_REPOSITORY` of your project to the address from which Ringback is cloned.

        """
    }

    private static let gitHub = """
        name: bot
        on: [push, pull_request]
        jobs:
          test:
            runs-on: ubuntu-latest
            container: swift:6.3-bookworm
            steps:
              - uses: actions/checkout@v4
              # The address from which Ringback is cloned is a variable of the repository.
              - run: git clone --depth 1 "${{ vars.RINGBACK_REPOSITORY }}" /opt/ringback && make -C /opt/ringback build
              - run: /opt/ringback/.build/release/ringback check .
              - run: /opt/ringback/.build/release/ringback test . --format junit > report.xml
              - uses: actions/upload-artifact@v4
                if: always()
                with:
                  name: report
                  path: report.xml

        """

    private static let gitLab = """
        test:
          image: swift:6.3-bookworm
          script:
            # The address from which Ringback is cloned is a variable of the project.
            - git clone --depth 1 "$RINGBACK_REPOSITORY" /opt/ringback && make -C /opt/ringback build
            - /opt/ringback/.build/release/ringback check .
            - /opt/ringback/.build/release/ringback test . --format junit > report.xml
          artifacts:
            when: always
            reports:
              junit: report.xml

        """
}
