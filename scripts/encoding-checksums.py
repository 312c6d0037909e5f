#!/usr/bin/env python3
"""Checksums of the WHATWG's encodings, for Tests/IngestTests/Encoding/EncodingTableTests.swift.

Made from Python's codecs and from what is known of where the Encoding Standard's indexes
(https://encoding.spec.whatwg.org/#indexes) part from them: a second source beside iconv. Each
checksum is FNV-1a (64 bits) over lines "sequence in hex, space, characters" in the order of the
sequences; a sequence that means nothing has no line. Texts are normalized (NFC), since iconv
composes accents that the indexes leave apart.
"""
import unicodedata

LOW = set(range(0x80, 0xA0))
SINGLE = {  # WHATWG's name: Python's codec, what the index has instead (None: nothing)
    "ibm866": ("cp866", {}), "iso-8859-2": ("iso8859-2", {}), "iso-8859-3": ("iso8859-3", {}),
    "iso-8859-4": ("iso8859-4", {}), "iso-8859-5": ("iso8859-5", {}),
    "iso-8859-6": ("iso8859-6", {}), "iso-8859-7": ("iso8859-7", {}),
    "iso-8859-8": ("iso8859-8", {}), "iso-8859-10": ("iso8859-10", {}),
    "iso-8859-13": ("iso8859-13", {}), "iso-8859-14": ("iso8859-14", {}),
    "iso-8859-15": ("iso8859-15", {}), "iso-8859-16": ("iso8859-16", {}),
    "koi8-r": ("koi8-r", {}), "koi8-u": ("koi8-u", {0xAE: 0x45E, 0xBE: 0x40E}),
    "macintosh": ("mac-roman", {}), "windows-874": ("cp874", {}), "windows-1250": ("cp1250", {}),
    "windows-1251": ("cp1251", {}), "windows-1252": ("cp1252", {}),
    "windows-1253": ("cp1253", {}), "windows-1254": ("cp1254", {}),
    "windows-1255": ("cp1255", {0xCA: 0x5BA}), "windows-1256": ("cp1256", {}),
    "windows-1257": ("cp1257", {}), "windows-1258": ("cp1258", {}),
    "x-mac-cyrillic": ("mac-cyrillic", {0xA2: 0x490, 0xB6: 0x491, 0xFF: 0x20AC}),
}


def decoded(data, codec):
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def single(name):
    codec, other = SINGLE[name]
    for byte in range(0x80, 0x100):
        text = chr(other[byte]) if byte in other else decoded(bytes([byte]), codec)
        if text is None and byte in LOW:
            text = chr(byte)
        yield bytes([byte]), text


def pairs(leads, trails):
    for lead in leads:
        for trail in trails:
            yield bytes([lead, trail])


def euc_kr():
    for data in pairs(range(0x81, 0xFF), range(0x41, 0xFF)):
        yield data, decoded(data, "cp949")


def shift_jis():
    leads = [*range(0x81, 0xA0), *range(0xE0, 0xFD)]
    for data in pairs(leads, [*range(0x40, 0x7F), *range(0x80, 0xFD)]):
        yield data, decoded(data, "cp932")


GB18030 = {0xA3A0: 0x3000, 0xA8BC: 0x1E3F, 0xFE51: 0x20087, 0xFE52: 0x20089, 0xFE53: 0x200CC,
           0xFE6C: 0x215D7, 0xFE76: 0x2298F, 0xFE91: 0x241FE,
           **{0xA6D9 + i: c for i, c in enumerate(
               [0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16])},
           0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19, 0xFE59: 0x9FB4, 0xFE61: 0x9FB5,
           0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA,
           0xFEA0: 0x9FBB}


def gb18030():
    for data in pairs(range(0x81, 0xFF), [*range(0x40, 0x7F), *range(0x80, 0xFF)]):
        other = GB18030.get(data[0] << 8 | data[1])
        yield data, chr(other) if other else decoded(data, "gb18030")
    for a in range(0x81, 0x85):
        for b in range(0x30, 0x3A):
            for c in range(0x81, 0xFF):
                for d in range(0x30, 0x3A):
                    data = bytes([a, b, c, d])
                    other = "\uE7C7" if data == b"\x81\x35\xF4\x37" else None
                    yield data, other or decoded(data, "gb18030")


BIG5 = {0xA145: 0x2027, 0xA14E: 0xFE51, 0xA15A: 0x2574, 0xA1C2: 0xAF, 0xA1C3: 0xFFE3,
        0xA1C5: 0x2CD, 0xA1E3: 0xFF5E, 0xA1F2: 0x2295, 0xA1F3: 0x2299, 0xA1FE: 0xFF0F,
        0xA240: 0xFF3C, 0xA241: 0x2215, 0xA242: 0xFE68, 0xA244: 0xFFE5, 0xA246: 0xFFE0,
        0xA247: 0xFFE1, 0xA2CC: 0x5341, 0xA2CE: 0x5345,
        **{0xA3C0 + i: 0x2400 + i for i in range(0x20)}, 0xA3E0: 0x2421, 0xA3E1: 0x20AC,
        0xC6CF: 0x5EF4, 0xC6D3: 0x65E0, 0xC6D5: 0x7676, 0xC6D7: 0x96B6, 0xC6DE: 0x3003,
        0xC6DF: 0x4EDD}


def big5():
    # Python's codec is of 2004: the rows 87 and 88 up to 88.61 have been added since.
    for data in pairs(range(0x89, 0xFF), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]):
        other = BIG5.get(data[0] << 8 | data[1])
        yield data, chr(other) if other else decoded(data, "big5hkscs")


def euc_jp():
    for data in pairs(range(0xA1, 0xFF), range(0xA1, 0xFF)):
        pointer = (data[0] - 0xA1) * 94 + data[1] - 0xA1
        lead, trail = divmod(pointer, 188)
        lead += 0x81 if lead < 0x1F else 0xC1
        trail += 0x40 if trail < 0x3F else 0x41
        yield data, decoded(bytes([lead, trail]), "cp932")
    # Above row 83 iconv has vendors' characters that the index has not.
    for data in pairs(range(0xA1, 0xF3), range(0xA1, 0xFF)):
        data = b"\x8F" + data
        yield data, "\uFF5E" if data[1:] == b"\xA2\xB7" else decoded(data, "euc_jp")


def checksum(pairs):
    value, count = 0xCBF29CE484222325, 0
    for data, text in pairs:
        if text is None or text == "\uFFFD":
            continue
        count += 1
        line = f"{data.hex()} {unicodedata.normalize('NFC', text)}\n"
        for byte in line.encode():
            value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return count, value


if __name__ == "__main__":
    for name in SINGLE:
        print('("%s", %d, 0x%016x),' % (name, *checksum(single(name))))
    for table in (euc_kr, shift_jis, gb18030, big5, euc_jp):
        print('("%s", %d, 0x%016x),' % (table.__name__, *checksum(table())))
