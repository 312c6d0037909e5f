internal import CLibXML2

/// Writes SAX events into a tree. libxml2 hands a pointer to it back with each event.
struct TreeBuilder {
  private(set) var tree = MarkupTree()
  private let limits: MarkupLimits
  private let values: AttributeValues
  private var open: [Int32] = [0]
  /// Elements open in the source, but closed in the tree because they lie too deep.
  private var tooDeep = 0
  private var names = PointerTable()
  private var namespaceNumbers = PointerTable()
  private(set) var overflow: MarkupError?

  /// - Parameter values: those that the parser is given stand-ins for.
  init(limits: MarkupLimits, sizeHint: Int, values: AttributeValues = AttributeValues()) {
    self.limits = limits
    self.values = values
    tree.text.reserveCapacity(sizeHint / 2)
    tree.attributeText = values.bytes
    tree.records.reserveCapacity(sizeHint / 24)
    tree.attributes.reserveCapacity(sizeHint / 48)
    append(.document, parent: -1)
  }

  private mutating func append(_ name: MarkupName, namespace: UInt16 = 0, parent: Int32) {
    tree.records.append(
      MarkupTree.Record(
        name: name, namespace: namespace, parent: parent, end: Int32(tree.records.count + 1),
        textStart: Int32(tree.text.count), attributeStart: Int32(tree.attributes.count)))
  }

  /// Opens an element; its attributes follow through `attribute`. False once the tree is full.
  mutating func startElement(_ name: MarkupName, namespace: UInt16 = 0) -> Bool {
    guard tree.records.count < limits.nodes else {
      overflow = MarkupError(.tooLarge, "more than \(limits.nodes) elements")
      return false
    }
    append(name, namespace: namespace, parent: open[open.count - 1])
    if open.count > limits.depth {
      tooDeep += 1
    } else {
      open.append(Int32(tree.records.count - 1))
    }
    return true
  }

  mutating func endElement() {
    if tooDeep > 0 {
      tooDeep -= 1
    } else if open.count > 1 {
      tree.records[Int(open.removeLast())].end = Int32(tree.records.count)
    }
  }

  mutating func attribute(_ name: MarkupName, _ value: UnsafeBufferPointer<UInt8>) {
    var range = tree.attributeText.count..<tree.attributeText.count
    if let aside = unsafe values.range(of: value) {
      range = aside
    } else {
      unsafe tree.attributeText.append(contentsOf: value)
      range = range.lowerBound..<tree.attributeText.count
    }
    tree.attributes.append(
      MarkupTree.Attribute(
        name: name, start: Int32(range.lowerBound), end: Int32(range.upperBound)))
  }

  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parent = open[open.count - 1]
    let last = tree.records[tree.records.count - 1]
    if last.name != .text || last.parent != parent { append(.text, parent: parent) }
    unsafe tree.text.append(contentsOf: bytes)
  }

  /// The finished tree: what is still open is closed.
  mutating func finish() -> MarkupTree {
    while open.count > 1 { endElement() }
    tree.records[0].end = Int32(tree.records.count)
    append(.document, parent: -1)
    return tree
  }
}

extension TreeBuilder {
  /// The number of a name. libxml2 keeps each name once per document, so that its address will do.
  mutating func name(_ pointer: UnsafePointer<xmlChar>) -> MarkupName {
    if let number = unsafe names.find(pointer) { return MarkupName(rawValue: number) }
    let text = unsafe String(cString: pointer)
    let name = tree.name(text) ?? intern(text)
    unsafe names.insert(pointer, name.rawValue)
    return name
  }

  private mutating func intern(_ text: String) -> MarkupName {
    let number = MarkupName.known.count + tree.ownNames.count
    guard number < MarkupName.other.rawValue else { return .other }
    tree.ownNames.append(text)
    tree.ownNumbers[text] = UInt16(number)
    return MarkupName(rawValue: UInt16(number))
  }

  mutating func namespace(_ pointer: UnsafePointer<xmlChar>?) -> UInt16 {
    guard let pointer = unsafe pointer else { return 0 }
    if let number = unsafe namespaceNumbers.find(pointer) { return number }
    let uri = unsafe String(cString: pointer)
    var number = tree.namespaces.firstIndex(of: uri) ?? tree.namespaces.count
    if number == tree.namespaces.count {
      if number < 1_000 { tree.namespaces.append(uri) } else { number = 0 }
    }
    unsafe namespaceNumbers.insert(pointer, UInt16(number))
    return UInt16(number)
  }
}

/// A hash table from the addresses of interned strings to their numbers.
struct PointerTable {
  private var keys = [UInt](repeating: 0, count: 256)
  private var values = [UInt16](repeating: 0, count: 256)
  private var count = 0

  @inline(__always)
  private func slot(of key: UInt) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  func find(_ pointer: UnsafePointer<xmlChar>) -> UInt16? {
    let key = UInt(bitPattern: pointer)
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  mutating func insert(_ pointer: UnsafePointer<xmlChar>, _ value: UInt16) {
    if count * 2 >= keys.count { grow() }
    let key = UInt(bitPattern: pointer)
    let slot = slot(of: key)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt](repeating: 0, count: oldKeys.count * 2)
    values = [UInt16](repeating: 0, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
