public import Corpus

extension Reject {
  /// One line for standard error, whatever the file is called.
  public var message: String {
    var line = ""
    for scalar in "\(source): rejected (\(reason.rawValue)): \(detail)".unicodeScalars {
      if scalar.properties.generalCategory == .control {
        line += scalar.escaped(asASCII: false)
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
