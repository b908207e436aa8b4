import Testing
import WebRequests

@Suite struct InnerAddressTests {
    private func bytes(_ four: String) -> [UInt8] { four.split(separator: ".").compactMap { UInt8($0) } }

    @Test(arguments: [
        "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "0.0.0.0", "100.64.0.1", "100.127.255.255", "192.0.0.8", "198.18.0.1", "198.19.255.255", "224.0.0.1",
        "255.255.255.255", "240.0.0.1",
    ])
    func inner(_ address: String) {
        #expect(InnerAddresses.contains(bytes(address)))
        for wrapped in wrapped(bytes(address)) { #expect(InnerAddresses.contains(wrapped), "\(wrapped)") }
    }

    @Test(arguments: [
        "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "192.167.1.1", "192.169.1.1", "169.253.0.1", "11.0.0.1",
        "9.255.255.255", "100.63.255.255", "100.128.0.1", "128.0.0.1", "126.255.255.255", "198.17.0.1", "198.20.0.1",
        "223.255.255.255",
    ])
    func outer(_ address: String) {
        #expect(!InnerAddresses.contains(bytes(address)))
        for wrapped in wrapped(bytes(address)) { #expect(!InnerAddresses.contains(wrapped), "\(wrapped)") }
    }

    /// The ways in which an address of IPv4 stands within one of IPv6.
    private func wrapped(_ four: [UInt8]) -> [[UInt8]] {
        func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
        let mapped: [UInt8] = zeros(10) + [0xFF, 0xFF] + four
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B] + zeros(8) + four
        let tunnelled: [UInt8] = [0x20, 0x02] + four + zeros(10)
        return [mapped, translated, tunnelled, zeros(12) + four]
    }

    @Test func ofSix() {
        func six(_ start: [UInt8], end: UInt8 = 1) -> [UInt8] {
            start + [UInt8](repeating: 0, count: 15 - start.count) + [end]
        }
        let inner: [[UInt8]] = [[], [0xFE, 0x80], [0xFE, 0xBF], [0xFC], [0xFD, 0x12], [0xFF, 0x02], [0xFE, 0xC0]]
        for inner in inner {
            #expect(InnerAddresses.contains(six(inner)), "\(inner)")
        }
        #expect(InnerAddresses.contains(six([], end: 0)))
        let outer: [[UInt8]] = [[0x2A, 0x00], [0x26, 0x06, 0x47], [0x20, 0x01, 0x48, 0x60]]
        for outer in outer {
            #expect(!InnerAddresses.contains(six(outer)), "\(outer)")
        }
    }

    /// What is no address is not asked.
    @Test(arguments: [0, 1, 3, 5, 15, 17]) func otherLengths(_ count: Int) {
        #expect(InnerAddresses.contains([UInt8](repeating: 8, count: count)))
    }
}
