import Identity

/// The space ids in the resource names of links.
enum LinkNames {
  private static let partnerPattern = ResourcePattern("partners/{space}")
  private static let businessPattern = ResourcePattern("businesses/{space}")

  /// `partners/{partner}` → the partner's space id; nil for anything else.
  static func partner(_ name: String) -> String? { partnerPattern.match(name)?["space"] }

  /// `businesses/{business}` → the business's space id; nil for anything else.
  static func business(_ name: String) -> String? { businessPattern.match(name)?["space"] }
}
