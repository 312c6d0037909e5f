import Bytes

/// What mentions look like: the term that matched, and the words of the text that it matched.
///
/// An archive has few of these beside its mentions, so that a mention names its form by a number,
/// and its term, its length and its text follow from that.
public struct Forms: Sendable {
  /// More are not numbered, so that memory stays flat: a mention spells its form out.
  static let maximumCount = 1 << 20

  struct Form {
    /// Indices of the catalogue; below 0 for a term that is not in use any more.
    var entry: Int32 = -1
    var term: Int32 = -1
    var bytes: Int32 = 0
    var scalars: Int32 = 0
  }

  let places: TermPlaces
  /// By number, from 1.
  private(set) var forms = [Form()]
  private var starts = [0, 0]
  private var arena: [UInt8] = []

  init(places: TermPlaces) { self.places = places }

  /// The numbers run from 1 to below this.
  public var count: Int { forms.count }

  /// Gives the next number to the form that `parts` are read from.
  mutating func append(_ parts: FormCoding.Parts) {
    forms.append(form(parts))
    arena += parts.text
    starts.append(arena.count)
  }

  func form(_ parts: FormCoding.Parts) -> Form {
    let place = places.place(of: parts.term) ?? (-1, -1)
    let text = parts.text.span
    return Form(
      entry: place.entry, term: place.term, bytes: Int32(text.count),
      scalars: Int32(countScalars(in: text, 0..<text.count)))
  }

  /// The words of the form of that number.
  public func text(of number: Int) -> ArraySlice<UInt8> {
    arena[starts[number]..<starts[number + 1]]
  }
}

/// A form as bytes: the number of the term, the length of the text, and the text.
enum FormCoding {
  struct Parts {
    var term: Int32
    var text: ArraySlice<UInt8>
  }

  static func pack(term: Int32, text: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    var writer = VariableLengthWriter()
    writer.append(Int(term))
    writer.append(text.count)
    bytes += writer.bytes
    bytes += text
  }

  /// The next form; `nil` when the bytes are damaged.
  static func next(_ reader: inout VariableLengthReader) -> Parts? {
    guard let term = reader.number(), let count = reader.next(),
      let text = reader.next(bytes: count)
    else { return nil }
    return Parts(term: term, text: text)
  }
}
