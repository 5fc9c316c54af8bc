/// protoc-c's names (its c_helpers.cc), so that the Swift refers to the C as it was generated.
enum CNames {
  /// daybook.v1.BankLine -> Daybook__V1__BankLine
  static func type(_ fullName: String) -> String {
    fullName.split(separator: ".").map { upperCamel($0) }.joined(separator: "__")
  }

  /// daybook.v1.BankLine -> daybook__v1__bank_line
  static func function(_ fullName: String) -> String {
    fullName.split(separator: ".").map(snake).joined(separator: "__")
  }

  /// A struct's member.
  static func field(_ name: String) -> String {
    let lower = name.lowercased()
    return escaped(keywords.contains(lower) ? lower + "_" : lower)
  }

  /// The member that says which field of a oneof is set, and its type.
  static func oneofCase(_ oneof: String, in message: String) -> (member: String, type: String) {
    (escaped(oneof.lowercased() + "_case"), type(message) + "__" + upperCamel(oneof[...]) + "Case")
  }

  private static func upperCamel(_ name: Substring) -> String {
    name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func snake(_ name: Substring) -> String {
    var result = ""
    var afterUpper = true
    for character in name {
      if character.isUppercase, !afterUpper { result += "_" }
      result += character.lowercased()
      afterUpper = character.isUppercase
    }
    return result
  }

  private static let keywords: Set<String> = [
    "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "class", "compl", "const", "const_cast", "continue", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "extern", "false", "float", "for", "friend", "goto",
    "if", "inline", "int", "long", "mutable", "namespace", "new", "not", "not_eq", "operator", "or",
    "or_eq", "private", "protected", "public", "register", "reinterpret_cast", "return", "short",
    "signed", "sizeof", "static", "static_cast", "struct", "switch", "template", "this", "throw",
    "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using", "virtual", "void",
    "volatile", "wchar_t", "while", "xor", "xor_eq",
  ]
}
