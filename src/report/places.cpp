#include "report/places.h"

#include <string_view>

namespace daphnia::report {

namespace {

namespace fs = std::filesystem;

std::string encoded(std::string_view path) {
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result;
    for (const char byte : path) {
        if (kPlain.find(byte) != std::string_view::npos) {
            result += byte;
        } else {
            const auto number = static_cast<unsigned char>(byte);
            result += '%';
            result += kDigits[number >> 4U];
            result += kDigits[number & 15U];
        }
    }
    return result;
}

} // namespace

Places::Places(fs::path start, fs::path root)
    : start_(std::move(start).lexically_normal()), root_(std::move(root).lexically_normal()) {}

std::string Places::path(const std::string& given) const {
    if (root_.empty()) {
        return given;
    }
    const fs::path whole = (start_ / given).lexically_normal();
    const fs::path inside = whole.lexically_relative(root_);
    const bool below = !inside.empty() && *inside.begin() != ".." && inside != ".";
    return below ? inside.string() : whole.string();
}

std::string Places::uri(const std::string& given) const {
    const std::string name = path(given);
    return (name.starts_with("/") ? "file://" : "") + encoded(name);
}

std::string Places::root_uri() const {
    if (root_.empty()) {
        return {};
    }
    const std::string name = encoded(root_.string());
    return "file://" + name + (name.ends_with("/") ? "" : "/");
}

} // namespace daphnia::report
