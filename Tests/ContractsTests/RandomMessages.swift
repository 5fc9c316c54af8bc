import Contracts

/// The same numbers for the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  private static let alphabet = Array("aZ09 .-éßŁ€世界🧾👩‍👩‍👧\u{1}\u{7F}\n\"\\")

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &self) == 0 }

  mutating func integer<I: FixedWidthInteger>() -> I {
    // Small ones, the edges, and anything.
    switch Int.random(in: 0..<4, using: &self) {
    case 0: I(truncatingIfNeeded: Int.random(in: -2...200, using: &self))
    case 1: .max
    case 2: .min
    default: I(truncatingIfNeeded: next())
    }
  }

  mutating func double() -> Double {
    Double(Int64.random(in: -1_000_000...1_000_000, using: &self)) / 8
  }

  mutating func text() -> String {
    let length = chance(20) ? 200 : Int.random(in: 0..<24, using: &self)
    let alphabet = Self.alphabet
    return String(
      (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &self)] })
  }

  mutating func bytes() -> [UInt8] {
    (0..<Int.random(in: 0..<40, using: &self)).map { _ in UInt8(truncatingIfNeeded: next()) }
  }

  mutating func array<T>(_ element: (inout SeededRandom) -> T) -> [T] {
    let count = chance(2) ? 0 : chance(20) ? 40 : Int.random(in: 1..<5, using: &self)
    return (0..<count).map { _ in element(&self) }
  }

  mutating func dictionary<K: Hashable, V>(
    _ key: (inout SeededRandom) -> K, _ value: (inout SeededRandom) -> V
  ) -> [K: V] {
    Dictionary(array { (key(&$0), value(&$0)) }, uniquingKeysWith: { $1 })
  }

  mutating func optional<T>(_ value: (inout SeededRandom) -> T) -> T? {
    chance(3) ? nil : value(&self)
  }

  mutating func color() -> TestingColor {
    chance(4) ? .unrecognized(77) : TestingColor.allCases.randomElement(using: &self) ?? .red
  }

  mutating func level() -> TestingLevel {
    chance(4) ? .unrecognized(-77) : TestingLevel.allCases.randomElement(using: &self) ?? .below
  }
}

extension TestingScalars {
  init(_ random: inout SeededRandom) {
    self.init(
      double: random.double(), float: Float(random.double()), int32: random.integer(),
      int64: random.integer(), uint32: random.integer(), uint64: random.integer(),
      sint32: random.integer(), sint64: random.integer(), fixed32: random.integer(),
      fixed64: random.integer(), sfixed32: random.integer(), sfixed64: random.integer(),
      bool: random.chance(2), string: random.text(), bytes: random.bytes(), color: random.color(),
      level: random.level())
  }
}

extension TestingArrays {
  init(_ random: inout SeededRandom) {
    self.init(
      doubles: random.array { $0.double() }, floats: random.array { Float($0.double()) },
      int32s: random.array { $0.integer() }, int64s: random.array { $0.integer() },
      uint32s: random.array { $0.integer() }, uint64s: random.array { $0.integer() },
      sint32s: random.array { $0.integer() }, sint64s: random.array { $0.integer() },
      fixed32s: random.array { $0.integer() }, fixed64s: random.array { $0.integer() },
      sfixed32s: random.array { $0.integer() }, sfixed64s: random.array { $0.integer() },
      bools: random.array { $0.chance(2) }, strings: random.array { $0.text() },
      byteArrays: random.array { $0.bytes() }, colors: random.array { $0.color() },
      levels: random.array { $0.level() }, messages: random.array { TestingScalars(&$0) },
      unpackedInt32s: random.array { $0.integer() })
  }
}

extension TestingNested {
  init(_ random: inout SeededRandom, depth: Int = 0) {
    self.init(
      inner: random.optional { Inner(text: $0.text(), depth: $0.chance(2) ? .deep : .unspecified) },
      inners: random.array { Inner(text: $0.text()) })
    guard depth < 5, random.chance(2) else { return }
    parent = TestingNested(&random, depth: depth + 1)
    children = [TestingNested(&random, depth: depth + 1)]
  }
}

extension TestingChoices {
  init(_ random: inout SeededRandom, depth: Int = 0) {
    self.init(
      other: random.chance(2) ? .ratio(random.double()) : .scalars(TestingScalars(&random)),
      maybeText: random.optional { $0.text() }, maybeNumber: random.optional { $0.integer() },
      maybeColor: random.optional { $0.color() },
      maybeNested: random.optional { TestingNested(&$0) })
    value =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .text(random.text())
      case 1: .data(random.bytes())
      case 2: .number(random.integer())
      case 3: .flag(random.chance(2))
      case 4: .color(random.color())
      case 5: .nested(TestingNested(&random))
      case 6 where depth < 5: .again(TestingChoices(&random, depth: depth + 1))
      default: nil
      }
  }
}

extension TestingMaps {
  init(_ random: inout SeededRandom) {
    self.init(
      strings: random.dictionary({ $0.text() }, { $0.text() }),
      numbers: random.dictionary({ $0.integer() }, { $0.integer() }),
      flags: random.dictionary({ $0.chance(2) }, { $0.bytes() }),
      messages: random.dictionary({ $0.text() }, { TestingNested(&$0) }),
      colors: random.dictionary({ $0.integer() }, { $0.color() }),
      doubles: random.dictionary({ $0.integer() }, { $0.double() }))
  }
}
