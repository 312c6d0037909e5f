/// Country codes as records write them.
enum CountryCode {
  /// Two letters, in capitals; nil for anything else.
  static func code(_ text: String?) -> String? {
    guard let code = text?.trimmed.uppercased(), code.utf8.count == 2,
      code.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    return code
  }
}
