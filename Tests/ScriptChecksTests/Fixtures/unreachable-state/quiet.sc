theme: /
    state: Start
        q!: hello
        a: Hello!
        buttons:
            "Order" -> ./Order
        timeout: /TooLate || interval = "10 seconds"
        script:
            var name = "Named";
            $session.next = "/Lesson" + 1;
            $session.more = "/Parts/" + name;
        go: /Unheard
        state: Order
            a: What would you like?
    state: TooLate
        a: Are you there?
    state: Named
        a: A text of the code names it.
    state: Lesson1
        a: A path may be put together so.
    state: Parts
        state: First
            a: So too.
    state: Listener
        q: bye || toState = /Bye
        event: hangup
        a: Well.
    state: Bye
        a: Bye.
    state: Tested
        a: A test begins here.
    state: Unheard
        a: Now you hear it.
    state: Dynamic
        q!: dynamic
        go!: ./{{$session.part}}
        state: Inner
            a: Any child of the state.
# test: /Tested
    state: Ask
        q!: ask
        a: How many?
        go!: /Ring/First
    state: Ring
        state: First
            a: First.
            go: /Ring/Second
        state: Second
            a: Second.
            go: /Ring/First
            q: * one * || toState = "/Ring/Third"
        state: Third
            a: Third.
