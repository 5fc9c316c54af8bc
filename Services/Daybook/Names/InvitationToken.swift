import Foundation

/// The token of an invitation, alone or in the link that the mail brought.
enum InvitationToken {
  /// In a link, the token is the value of `token`, or else the last part of the path.
  static func read(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let parts = URLComponents(string: text), parts.scheme != nil else { return text }
    if let token = parts.queryItems?.first(where: { $0.name == "token" })?.value { return token }
    if let fragment = parts.fragment, !fragment.isEmpty {
      return fragment.hasPrefix("token=") ? String(fragment.dropFirst("token=".count)) : fragment
    }
    return parts.path.split(separator: "/").last.map(String.init) ?? text
  }
}
