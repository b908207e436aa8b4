/// A script that would take the machine with it, and how it should end.
package struct HostileScript: Sendable {
    package enum Ending: Sendable {
        /// Stopped by one of the limits.
        case time, memory
        /// An error of the engine's own: too deep, too long.
        case error
    }

    package let code: String
    package let ending: Ending

    /// Those of the engine's weak places that are known: its loops, its recursions, its built-ins that neither ask nor allocate.
    package static let all: [HostileScript] = lasting + growing + refused

    private static let lasting = [
        "for (;;) {}",
        "while (true) { try { throw 1 } catch (e) {} finally { continue } }",
        "function f() { try { f() } catch (e) { f() } } f()",
        "/(a+)+$/.test('a'.repeat(40) + 'b')",
        "/(x+x+)+y/.test('x'.repeat(60))",
        "function next() { Promise.resolve().then(next) } next()",
        "Array.prototype.indexOf.call({length: 1e9}, 1)",
        "Array.prototype.reverse.call({length: 2 ** 53 - 1})",
        "var a = [3, 1]; a.length = 4294967295; a.sort()",
        "var n = 3n; for (;;) n = n * n % (2n ** 20000n)",
        "return {get a() { for (;;) {} }}",
        "__host('echo', new Proxy({}, {ownKeys: function () { for (;;) {} }}))",
        "throw {toJSON: function () { for (;;) {} }}",
        "var e = new Error(); Object.defineProperty(e, 'message', {get: function () { for (;;) {} }}); throw e",
        "(async function () { for (;;) await null })()",
        "for (;;) new Date(2020, 1, 1)",
        "for (;;) __host('echo', 1)",
    ].map { HostileScript(code: $0, ending: .time) }

    private static let growing = [
        "var a = []; for (;;) a.push({})",
        "var s = 'ab'; for (;;) { try { s += s; s.split('') } catch (e) {} }",
        "new Array(1e9).fill(0)",
        "Array(1e9).join('xxxxxxxxxx')",
        "var m = new Map(); for (var i = 0; ; i++) m.set('key ' + i, [i])",
        "function next() { return Promise.resolve().then(next) } next()",
        "var a = []; for (;;) a.push('x'.repeat(1e6) + a.length)",
    ].map { HostileScript(code: $0, ending: .memory) }

    private static let refused = [
        "function f() { return f() + 1 } f()", "eval('('.repeat(100000))", "JSON.parse('['.repeat(200000))",
        "'x'.repeat(2 ** 30)", "var o = {}; o.o = o; __host('echo', o)", "var o = {}; o.o = o; return o",
        "var d = {}; for (var i = 0, e = d; i < 100000; i++) e = e.d = {}; return d",
        "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
    ].map { HostileScript(code: $0, ending: .error) }

    /// Scripts of a bot that leave more behind than a turn may: replies, log lines, directives.
    package static let talkative = [
        "for (;;) log('x'.repeat(1e6))", "for (;;) log('x')", "for (;;) $reactions.answer('x'.repeat(1e5))",
        "for (;;) $reactions.answer('x')", "for (;;) $dialer.reportData('a', 'x'.repeat(1e5))",
        "for (;;) $dialer.addCallTag('a')", "for (;;) try { $dialer.redial({ startDateTime: 'x' }) } catch (e) {}",
        "for (;;) try { $dialer.redial({ startDateTime: 'x'.repeat(1e6) }) } catch (e) {}",
        "for (;;) $dialer.setNoInputTimeout(1)", "for (;;) $reactions.setClientTimezone('UTC')",
        "for (;;) try { $reactions.answer('x'.repeat(1e6)) } catch (e) {}",
        "for (;;) $response.replies.push({ type: 'text', text: 'x' })",
        "for (var i = 0; i < 1e4; i++) $nlp.matchPatterns('a', ['b'.repeat(1e6) + i])",
    ]

    /// Scripts that never end, of all kinds: for cuts at any moment. Those that a signal alone can cut are last.
    package static let endless = [
        "for (;;) Math.random()", "var a = []; for (;;) a.push({x: a.length})", "for (;;) 'a,b,c'.split(',').join('')",
        "for (;;) JSON.parse(JSON.stringify({a: [1, 2, {b: 'ж'}]}))", "for (;;) new Date(2020, 1, 1).toString()",
        "for (;;) /(a+)+$/.test('aaaaaaaaaaaaab')", "for (;;) [5, 3, 1].sort().map(String)",
        "for (;;) __host('echo', {a: [1, new Date()]})", "(async function () { for (;;) await null })()",
        "for (;;) { try { null.x } catch (e) { e.stack } }", "Array.prototype.reverse.call({length: 2 ** 50})",
        "var a = [1]; a.length = 4294967295; a.sort()",
    ]
}
