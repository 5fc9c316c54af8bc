import CPNG
import CQREncode

/// A QR code as a PNG picture. The only file that calls libqrencode and libpng.
struct QRCode: Sendable {
  /// Level M repairs 15 %: enough for a screen or a print, and a token's link stays below 50 modules.
  private static let pixelsPerModule = 8
  /// The quiet zone that ISO/IEC 18004 asks for, in modules.
  private static let quietZone = 4

  let png: [UInt8]

  /// - Throws: `QRCodeError` where the text is too long for a code (2,331 bytes), or there is no memory.
  init(_ text: String) throws(QRCodeError) {
    guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
      throw QRCodeError(reason: "libqrencode cannot encode it")
    }
    defer { unsafe QRcode_free(code) }
    let width = Int(unsafe code.pointee.width)
    let dark = (0..<width * width).map { unsafe code.pointee.data[$0] & 1 == 1 }
    png = try Self.picture(of: dark, width: width)
  }

  /// Grey, 8 bits a pixel: it deflates to about a kilobyte.
  private static func picture(of dark: [Bool], width: Int) throws(QRCodeError) -> [UInt8] {
    let side = (width + 2 * quietZone) * pixelsPerModule
    var pixels = [UInt8](repeating: 255, count: side * side)
    for place in dark.indices where dark[place] {
      let top = (place / width + quietZone) * pixelsPerModule
      let left = (place % width + quietZone) * pixelsPerModule
      for row in top..<top + pixelsPerModule {
        for column in left..<left + pixelsPerModule { pixels[row * side + column] = 0 }
      }
    }
    return try encode(pixels, side: side)
  }

  private static func encode(_ pixels: [UInt8], side: Int) throws(QRCodeError) -> [UInt8] {
    var image = unsafe png_image()
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    unsafe image.width = png_uint_32(side)
    unsafe image.height = png_uint_32(side)
    unsafe image.format = png_uint_32(PNG_FORMAT_GRAY)
    defer { unsafe png_image_free(&image) }
    // Never larger than the pixels with zlib's overhead and the chunks' headers.
    var size = pixels.count + pixels.count / 100 + 1_024
    var bytes = [UInt8](repeating: 0, count: size)
    guard unsafe png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0 else {
      throw QRCodeError(reason: "libpng cannot write it")
    }
    return Array(bytes.prefix(size))
  }
}

struct QRCodeError: Error, Equatable {
  let reason: String
}
