import Dispatch
import Identity
import RPC
import Synchronization
import Testing

@Suite struct TokenTests {
  @Test func `A partner's token gives its user`() async throws {
    let desk = try await Desk()
    let claims = desk.claims([
      "roles": #"["accountant","client_manager","accountant"]"#, "name": #""An De Smet""#,
      "aud": #"["x","daybook"]"#, "locale": #"{"unknown":[1,2]}"#,
    ])
    let caller = try await desk.verifier.caller(of: try desk.issuer.token(claims))
    let user = try caller.user
    #expect(user.subject == Subject("person-7"))
    #expect(user.space == SpaceID("firm-jansen"))
    #expect(user.spaceKind == .partner(.accounting))
    #expect(user.roles == [.partner(.accountant), .partner(.clientManager)])
    #expect(user.displayName == "An De Smet")
    #expect(user.enterpriseNumber == nil)
    #expect(caller.roles == [.partner(.clientManager), .partner(.accountant)])
    #expect(throws: RPCError.self) { try caller.service }
  }

  @Test func `A business's token gives its verified number`() async throws {
    let desk = try await Desk()
    let token = try desk.issuer.token(Issuer.businessClaims(now: desk.clock.seconds))
    let user = try await desk.verifier.caller(of: token).user
    #expect(user.spaceKind == .business)
    #expect(user.enterpriseNumber == "BE0403170701")
    #expect(user.roles == [.business(.administrator), .business(.member)])
  }

  @Test func `A token may tell the space's name and when it was made`() async throws {
    let desk = try await Desk()
    let token = try desk.issuer.token(
      desk.claims(["space_name": #""Jansen & Co""#, "space_create_time": "1700000000"]))
    let user = try await desk.verifier.caller(of: token).user
    #expect(user.spaceName == "Jansen & Co")
    #expect(user.spaceCreateTime == 1_700_000_000_000_000)
    let silent = try await desk.verifier.caller(of: try desk.issuer.token(desk.claims)).user
    #expect(silent.spaceName == nil && silent.spaceCreateTime == nil)
  }

  @Test func `A back office token gives the back office`() async throws {
    let desk = try await Desk()
    let token = try desk.issuer.token(
      desk.claims([
        "space_kind": #""back_office""#, "partner_kind": "null", "roles": #"["back_office"]"#,
      ]))
    #expect(try await desk.verifier.caller(of: token).roles == [.backOffice])
  }

  @Test func `A token is verified once and remembered until it expires`() async throws {
    let desk = try await Desk()
    let token = try desk.token(exp: 600)
    let first = try await desk.verifier.caller(of: token)
    #expect(try await desk.verifier.caller(of: token) === first)
    desk.clock.move(seconds: 659)
    #expect(try await desk.verifier.caller(of: token) === first)
    desk.clock.move(seconds: 1)
    #expect(await desk.refusal(token)?.message == "the token has expired")
    #expect(desk.verifier.cachedTokens == 0)
  }

  @Test func `The cache stays within its bound and keeps what is used`() async throws {
    let desk = try await Desk { $0.cacheCapacity = 64 }
    let used = try desk.issuer.token(desk.claims)
    let caller = try await desk.verifier.caller(of: used)
    for number in 0..<500 {
      let token = try desk.issuer.token(desk.claims(["jti": "\"n\(number)\""]))
      _ = try await desk.verifier.caller(of: token)
      #expect(desk.verifier.cachedTokens <= 64)
      #expect(try await desk.verifier.caller(of: used) === caller)
    }
    #expect(desk.verifier.cachedTokens > 16)
  }

  @Test func `One token used by many tasks at once gives one user to all`() async throws {
    let desk = try await Desk()
    let token = try desk.issuer.token(desk.claims)
    try await withThrowingTaskGroup { group in
      for _ in 0..<200 { group.addTask { try await desk.verifier.caller(of: token).user } }
      for try await user in group { #expect(user.space == SpaceID("firm-jansen")) }
    }
    #expect(desk.verifier.cachedTokens == 1)
  }

  /// A loop is a task executor here, the hardest case: a task that prefers one takes @concurrent
  /// functions there too.
  @Test func `A new token is verified off the event loop and a known one on it`() async throws {
    let loop = Loop()
    let places = Mutex<[Bool]>([])
    let clock = StoppedClock()
    let issuer = Issuer()
    let keys = try await KeySet(
      Publication(Issuer.jwks([issuer.jwk])).source, now: clock.now)
    let verifier = TokenVerifier(TokenPolicy(issuer: "https://id.example"), keys: keys) {
      places.withLock { $0.append(loop.isCurrent) }
      return clock.now()
    }
    let token = try issuer.token(Issuer.partnerClaims(now: clock.seconds))
    try await withTaskExecutorPreference(loop) {
      _ = try await verifier.caller(of: token)
      #expect(loop.isCurrent)
      let verifying = places.withLock { $0 }
      #expect(verifying.first == true)
      #expect(verifying.count > 1 && !verifying.dropFirst().contains(true))
      places.withLock { $0 = [] }
      _ = try await verifier.caller(of: token)
      #expect(places.withLock { $0 } == [true])
    }
  }

  @Test func `A development signer's token is one that services accept`() async throws {
    let desk = try await Desk()
    let key = try SigningKey()
    desk.publication.publish(Array(SigningKey.jwks([key]).utf8))
    desk.clock.move(seconds: 5)
    let signer = TokenSigner(key: key, issuer: "https://id.example")
    let space = try #require(SpaceID("bakery-peeters"))
    let user = User(
      subject: try #require(Subject("person-9")), space: space, spaceKind: .business,
      roles: [.business(.member)], enterpriseNumber: "0403170701", displayName: "Jo",
      spaceName: "Jo's Bakery", spaceCreateTime: 1_700_000_000_000_000)
    let token = try await signer.sign(user, now: desk.clock.now())
    #expect(try await desk.verifier.caller(of: token).user == user)
    let long = try await signer.sign(user, lifetime: 86_401, now: desk.clock.now())
    #expect(await desk.refusal(long)?.message == "the token lives too long")
  }
}

/// A task executor with one thread at a time, as an event loop is.
final class Loop: TaskExecutor {
  private static let mark = DispatchSpecificKey<ObjectIdentifier>()
  private let queue = DispatchQueue(label: "loop")

  init() { queue.setSpecific(key: Self.mark, value: ObjectIdentifier(self)) }

  var isCurrent: Bool { DispatchQueue.getSpecific(key: Self.mark) == ObjectIdentifier(self) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
