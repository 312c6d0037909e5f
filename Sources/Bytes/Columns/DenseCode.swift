/// Numbers as bytes by (s,c)-dense coding: a byte below `stoppers` ends a number, the others go on.
///
/// Frequent items have small numbers, so that most take one byte, and no code is the beginning of
/// another. N. R. Brisaboa, A. Fariña, G. Navarro and J. R. Paramá, *Lightweight natural language
/// text compression*, Information Retrieval 10 (2007).
public enum DenseCode {
  /// s: as many numbers take one byte, s × c two, s × c² three.
  @inlinable public static var stoppers: Int { 192 }
  /// c
  @inlinable public static var continuers: Int { 64 }

  /// Appends the code of `number`, which is not negative.
  public static func append(_ number: Int, to codes: inout [UInt8]) {
    var rest = number / stoppers
    // The leading digits, the last of them first.
    var leading: (UInt64, count: Int) = (0, 0)
    while rest > 0 {
      rest -= 1
      leading = (leading.0 << 8 | UInt64(stoppers + rest % continuers), leading.count + 1)
      rest /= continuers
    }
    for _ in 0..<leading.count {
      codes.append(UInt8(truncatingIfNeeded: leading.0))
      leading.0 >>= 8
    }
    codes.append(UInt8(number % stoppers))
  }

  /// The number whose code begins at `index`, which moves behind it; `nil` where the code is cut
  /// or longer than any that was written.
  @inlinable @inline(__always)
  public static func next(in codes: Span<UInt8>, at index: inout Int) -> Int? {
    guard index &+ 1 < codes.count else { return nextOfAnyLength(in: codes, at: &index) }
    // Whether a code takes one byte or two is as good as chance: a branch on it would be foretold
    // wrongly a third of the time.
    let first = Int(codes[index])
    let second = Int(codes[index &+ 1])
    let isOne = (first &- stoppers) &>> 63  // all bits, or none
    let isTwo = (second &- stoppers) &>> 63
    guard isOne | isTwo != 0 else { return nextOfAnyLength(in: codes, at: &index) }
    index &+= 2 &+ isOne
    let two = (first &- stoppers &+ 1) &* stoppers &+ second
    return first & isOne | two & ~isOne
  }

  /// The number whose code ends at `end`, and where that begins; `nil` where none ends.
  static func ending(at end: Int, in codes: Span<UInt8>) -> (number: Int, start: Int)? {
    guard codes[end] < stoppers else { return nil }
    var start = end
    while start > 0, codes[start - 1] >= stoppers { start -= 1 }
    var index = start
    return next(in: codes, at: &index).map { ($0, start) }
  }

  @usableFromInline
  static func nextOfAnyLength(in codes: Span<UInt8>, at index: inout Int) -> Int? {
    var byte = Int(codes[index])
    index &+= 1
    if byte < stoppers { return byte }
    var leading = 0
    while byte >= stoppers {
      leading = leading &* continuers &+ (byte &- stoppers) &+ 1
      guard index < codes.count, leading < 1 << 32 else { return nil }
      byte = Int(codes[index])
      index &+= 1
    }
    return leading &* stoppers &+ byte
  }
}
