extension Services {
  /// Follows the pages of a list until its end or the limit, showing each as it comes.
  ///
  /// - Parameter page: One call: (page_size, page_token) to the items and next_page_token.
  func list<Item: Listed>(
    _ options: ListOptions, none: String,
    _ page: (Int32, String) async throws -> ([Item], String)
  ) async throws {
    var writer = ListWriter<Item>(output)
    var left = options.limit ?? .max
    var token = ""
    repeat {
      let (items, next) = try await page(Int32(min(left, 200)), token)
      try writer.page(Array(items.prefix(left)))
      left -= min(left, items.count)
      guard next.isEmpty || next != token else {
        throw Failure(.other, "the service gave the same page twice")
      }
      token = next
    } while !token.isEmpty && left > 0
    try writer.end(none: none)
  }
}
