// What editors call files: URIs (RFC 3986, RFC 8089).
#pragma once

#include <string>

namespace daphnia::lsp {

// The path that a `file:` URI names; of a document that is no file (`untitled:Untitled-1`), the URI itself, which is
// the path of no file.
std::string path_of(const std::string& uri);
// Back. Paths are absolute, or URIs themselves.
std::string uri_of(const std::string& path);
// Whether the path stands for a file, which may be there or not.
bool is_file(const std::string& path);

} // namespace daphnia::lsp
