extension Term {
  /// Its conditions in a few words, and where they stand, for an alias may have several rules of one
  /// kind: `near within sentence (funds.yaml:12)`; empty without conditions.
  public var rule: String {
    guard let conditions else { return "" }
    let file = place.file.split(separator: "/").last ?? ""
    return "\(conditions.rule) (\(file):\(place.line))"
  }
}

extension Term.Conditions {
  /// The conditions in a few words, without the terms that they name: `after`,
  /// `near or unless within 12 words`, `until 2023-06-06`, joined by "; ".
  public var rule: String {
    var parts: [String] = []
    let context = [near.isEmpty ? nil : "near", unless.isEmpty ? nil : "unless"].compactMap(\.self)
    if !context.isEmpty { parts.append("\(context.joined(separator: " and ")) within \(scope)") }
    if !after.isEmpty { parts.append("after") }
    if let from { parts.append("from \(from)") }
    if let until { parts.append("until \(until)") }
    if let field { parts.append("in \(field)") }
    let places = outlets + languages
    if !places.isEmpty { parts.append("in \(places.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }
}

extension Term.Scope: CustomStringConvertible {
  public var description: String {
    switch self {
    case .words(let count): "\(count) words"
    case .sentence: "sentence"
    case .paragraph: "paragraph"
    case .article: "article"
    }
  }
}
