#include "lsp/uri.h"

#include "report/places.h"

#include <cctype>
#include <string_view>

namespace daphnia::lsp {

namespace {

constexpr std::string_view kScheme = "file://";

int digit(char c) {
    if ('0' <= c && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    constexpr int kTen = 10;
    return 'a' <= lower && lower <= 'f' ? lower - 'a' + kTen : -1;
}

std::string decoded(std::string_view text) {
    constexpr int kSixteen = 16;
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            result += static_cast<char>(digit(text[i + 1]) * kSixteen + digit(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

std::string path_of(const std::string& uri) {
    if (uri.rfind(kScheme, 0) != 0) {
        return uri;
    }
    const std::string_view rest = std::string_view(uri).substr(kScheme.size());
    const std::size_t slash = rest.find('/'); // behind the host, which is this one
    return slash == std::string_view::npos ? uri : decoded(rest.substr(slash));
}

std::string uri_of(const std::string& path) {
    return is_file(path) ? report::Places().uri(path) : path;
}

bool is_file(const std::string& path) {
    return !path.empty() && path.front() == '/';
}

} // namespace daphnia::lsp
