public import Corpus

extension Reject {
  /// One line for standard error, whatever the file is called.
  public var message: String {
    "\(source): rejected (\(reason.rawValue)): \(detail)".printable
  }
}
