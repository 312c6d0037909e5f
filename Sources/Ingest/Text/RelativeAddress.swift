import Bytes
import Foundation

/// Addresses that stand in for others only together with a base (RFC 3986, section 5).
enum RelativeAddress {
  /// Whether an address begins with a scheme.
  static func isAbsolute(_ address: String) -> Bool {
    let scheme = address.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard let first = scheme.first, scheme.count < address.utf8.count, first.isASCIILetter
    else { return false }
    return scheme.allSatisfy { byte in
      byte.isASCIIWord || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
  }

  /// The address as seen from `base`; nil when the two make none.
  static func resolve(_ address: String, against base: String) -> String? {
    URL(string: base.trimmed).flatMap { URL(string: address, relativeTo: $0) }?.absoluteString
  }
}
