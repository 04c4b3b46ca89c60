#include "cache/settings.h"

#include "support/environment.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <sstream>
#include <vector>

namespace daphnia::cache {

namespace {

using support::environment;
using support::InputError;

constexpr std::uint16_t kRedisPort = 6379;
constexpr std::uint16_t kHttpPort = 80;
// Longer ones could be taken for a worker that hangs.
constexpr std::uint32_t kLongest = 5'000;

[[noreturn]] void refuse(const std::string& why) {
    throw InputError("--remote-cache: " + why);
}

template <typename Number>
Number number(std::string_view text, Number least, Number most, const char* what) {
    std::uint64_t value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || value < least || value > most) {
        refuse(fmt::format("the {} is not a number from {} to {}", what, least, most));
    }
    return static_cast<Number>(value);
}

bool takes_prefix(std::string_view& text, std::string_view prefix) {
    const bool there = text.starts_with(prefix);
    text.remove_prefix(there ? prefix.size() : 0);
    return there;
}

int digit(char c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const std::size_t found = kDigits.find(static_cast<char>(c | 0x20));
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

// %40 for @ and the like.
std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
        if (high < 0 || low < 0) {
            refuse("a % must be followed by two hexadecimal digits");
        }
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

bool is_printable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
}

// HOST[:PORT], where the host may be [an address of IPv6].
void read_host(std::string_view text, std::uint16_t usual_port, Remote& remote) {
    std::string_view host = text;
    remote.port = usual_port;
    const bool bracketed = text.starts_with('[');
    const std::size_t colon = text.find(':', bracketed ? std::min(text.find(']'), text.size()) : 0);
    if (colon != std::string_view::npos) {
        host = text.substr(0, colon);
        remote.port =
            number<std::uint16_t>(text.substr(colon + 1), 1, std::numeric_limits<std::uint16_t>::max(), "port");
    }
    if (bracketed && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    if (host.empty()) {
        refuse("the host is missing");
    }
    remote.host = host;
}

void read_redis(std::string_view rest, Remote& remote) {
    remote.kind = Remote::Kind::Redis;
    if (const std::size_t at = rest.rfind('@'); at != std::string_view::npos) {
        const std::string_view who = rest.substr(0, at);
        const std::size_t colon = who.find(':');
        if (colon == std::string_view::npos) {
            refuse("what stands before @ is :PASSWORD or USER:PASSWORD");
        }
        remote.user = decoded(who.substr(0, colon));
        remote.password = decoded(who.substr(colon + 1));
        rest.remove_prefix(at + 1);
    }
    const std::size_t slash = rest.find('/');
    read_host(rest.substr(0, slash), kRedisPort, remote);
    if (slash != std::string_view::npos && slash + 1 < rest.size()) {
        remote.database = number<std::uint32_t>(rest.substr(slash + 1), 0, 1'000'000, "database");
    }
}

void read_http(std::string_view rest, Remote& remote) {
    remote.kind = Remote::Kind::Http;
    const std::size_t slash = rest.find('/');
    const std::string_view host = rest.substr(0, slash);
    if (host.find('@') != std::string_view::npos) {
        refuse("a web server is asked without a name and a password");
    }
    read_host(host, kHttpPort, remote);
    if (slash != std::string_view::npos) {
        remote.path = rest.substr(slash);
        while (remote.path.ends_with('/')) {
            remote.path.pop_back();
        }
    }
    if (remote.path.find_first_of("?#") != std::string::npos) {
        refuse("a path has no ? and no #");
    }
}

void read_url(std::string_view url, Remote& remote) {
    if (!is_printable(url)) {
        refuse("a URL has no blanks and no characters beyond ASCII");
    }
    if (takes_prefix(url, "redis://")) {
        read_redis(url, remote);
    } else if (takes_prefix(url, "redis+unix://")) {
        remote.kind = Remote::Kind::RedisSocket;
        remote.host = decoded(url);
        if (!remote.host.starts_with('/')) {
            refuse("a socket is named by its absolute path: redis+unix:///PATH");
        }
    } else if (takes_prefix(url, "http://")) {
        read_http(url, remote);
    } else {
        refuse("a URL begins with redis://, redis+unix:// or http://");
    }
}

} // namespace

Remote read_remote(std::string_view text) {
    std::istringstream words{std::string(text)};
    std::string url;
    words >> url;
    Remote remote;
    read_url(url, remote);
    for (std::string word; words >> word;) {
        std::string_view rest = word;
        if (word == "read-only") {
            remote.read_only = true;
        } else if (takes_prefix(rest, "timeout=")) {
            remote.milliseconds = number<std::uint32_t>(rest, 1, kLongest, "timeout");
        } else {
            refuse("behind the URL stand read-only and timeout=MILLISECONDS, and nothing else");
        }
    }
    return remote;
}

std::string to_string(const Remote& remote) {
    const std::string host = remote.host.find(':') == std::string::npos ? remote.host : "[" + remote.host + "]";
    switch (remote.kind) {
    case Remote::Kind::Redis:
        return fmt::format("redis://{}:{}", host, remote.port);
    case Remote::Kind::RedisSocket:
        return "redis+unix://" + remote.host;
    case Remote::Kind::Http:
        return fmt::format("http://{}:{}{}", host, remote.port, remote.path);
    }
    throw support::InternalError("a server of an unknown kind");
}

std::string usual_folder() {
    if (const std::string folder = environment("DAPHNIA_CACHE_DIR"); !folder.empty()) {
        return folder;
    }
    if (const std::string base = environment("XDG_CACHE_HOME"); base.starts_with('/')) {
        return base + "/daphnia";
    }
    const std::string home = environment("HOME");
    return home.starts_with('/') ? home + "/.cache/daphnia" : "";
}

} // namespace daphnia::cache
