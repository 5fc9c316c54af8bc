import Testing

@testable import Outbound

@Suite struct AddressPolicyTests {
  @Test(
    "Addresses inside are refused",
    arguments: [
      "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200",
      "100.127.255.255", "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.169.254",
      "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1",
      "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1",
      "239.255.255.250", "240.0.0.1", "255.255.255.255",
      "::", "::1", "::7f00:1", "fe80::1", "febf::1", "fec0::1", "fc00::1", "fd00:ec2::254",
      "ff02::1", "100::1", "2001::1", "2001:db8::1", "3fff::1", "64:ff9b:1::1",
      "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254", "64:ff9b::10.0.0.1",
      "64:ff9b::7f00:1", "2002:7f00:1::", "2002:0a00:0001::1", "2002:c0a8:0101::",
      "2002:a9fe:a9fe::",
    ])
  func inside(_ text: String) throws {
    #expect(!AddressPolicy().permits(try #require(IPAddress(text))))
  }

  @Test(
    "Public addresses are permitted",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
      "128.0.0.0", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255",
      "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111",
      "2a01:4f8::1", "2001:4860:4860::8888", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
      "2002:101:101::1",
    ])
  func outside(_ text: String) throws {
    #expect(AddressPolicy().permits(try #require(IPAddress(text))))
  }

  @Test(
    "An allowed network is permitted, in its IPv4-mapped form too, and nothing beside it",
    arguments: [
      ("10.20.0.0/16", "10.20.255.1", true), ("10.20.0.0/16", "10.21.0.0", false),
      ("10.20.0.0/16", "::ffff:10.20.0.1", true), ("127.0.0.1", "127.0.0.1", true),
      ("127.0.0.1", "127.0.0.2", false), ("::1/128", "::1", true), ("::1/128", "127.0.0.1", false),
      ("fd00::/8", "fd12::1", true), ("fd00::/8", "fc00::1", false),
      ("0.0.0.0/0", "127.0.0.1", true), ("0.0.0.0/0", "::1", false),
    ])
  func allowed(_ network: String, _ address: String, _ isPermitted: Bool) throws {
    let policy = AddressPolicy(allow: [try #require(IPNetwork(network))])
    #expect(policy.permits(try #require(IPAddress(address))) == isPermitted)
  }

  @Test(
    "What is no network is not read as one",
    arguments: [
      "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.1/8", "::/129",
      "10/8", "localhost", "10.0.0.0/8/8", "10.0.0.0/٨",
    ])
  func noNetwork(_ text: String) {
    #expect(IPNetwork(text) == nil)
  }

  @Test(
    "An address is printed as it is read",
    arguments: [
      "192.0.2.1", "0.0.0.0", "255.255.255.255", "::", "::1", "2001:db8::8:800:200c:417a",
    ])
  func description(_ text: String) {
    #expect(IPAddress(text)?.description == text)
  }
}
