import Glibc

/// INT, TERM and HUP during a piped call hang up, as the end of its input does, so that the attempt is closed in the store.
enum HangUpSignals {
    /// The signals write a byte into this pipe: waiting for it and for input at once misses neither.
    nonisolated(unsafe) private static var pipe: (reading: Int32, writing: Int32) = (-1, -1)

    /// The first signal hangs up; a second one ends the program.
    static func heed() {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return }
        pipe = (ends[0], ends[1])
        var heeded = sigset_t()
        sigemptyset(&heeded)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            sigaddset(&heeded, number)
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in _ = Glibc.write(HangUpSignals.pipe.writing, "!", 1) }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
            sigaction(number, &action, nil)
        }
        // Who started the program may have blocked them, and a child inherits that.
        pthread_sigmask(SIG_UNBLOCK, &heeded, nil)
    }

    /// Waits until there is input to read, or a signal has arrived.
    ///
    /// - Returns: whether there is input (or its end); `false` after a signal.
    static func waitForInput(on descriptor: Int32) -> Bool {
        var waiting = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&waiting, nfds_t(waiting.count), -1) < 0, errno == EINTR {}
        return waiting[1].revents == 0
    }
}
