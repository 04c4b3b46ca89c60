// Whether answers are kept, and where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daphnia::cache {

enum class Mode : std::uint8_t {
    Off,
    Read,   // what is there is used, and nothing is written
    Write,  // what is there is used, and what is not is added
    Replay, // what is there is used, nothing is written, and the solver is never asked
};

// A server that several machines share.
struct Remote {
    enum class Kind : std::uint8_t { Redis, RedisSocket, Http };
    Kind kind = Kind::Http;
    std::string host; // of a socket: its path
    std::uint16_t port = 0;
    std::string user, password; // of Redis
    std::uint32_t database = 0; // likewise
    std::string path;           // of HTTP: what stands in front of /ac/KEY
    bool read_only = false;
    std::uint32_t milliseconds = 1'000; // for a connection, and for each request
};

// URL, or "URL read-only timeout=MILLISECONDS", with one of redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE],
// redis+unix:///PATH and http://HOST[:PORT][/PATH]. InputError for other texts; passwords do not occur in it.
Remote read_remote(std::string_view text);
// As a user knows it, without password.
std::string to_string(const Remote& remote);

struct Settings {
    Mode mode = Mode::Off;
    std::string folder;            // empty: there is none
    bool folder_is_wanted = false; // somebody named it, and wants to hear of trouble with it
    std::uint64_t megabytes = 1'024;
    std::optional<Remote> remote;
    std::string secret; // empty: entries are not signed
    unsigned recheck_percent = 0;
};

// $DAPHNIA_CACHE_DIR, $XDG_CACHE_HOME/daphnia or $HOME/.cache/daphnia; empty when none of them is an absolute path, as
// the rules for XDG_CACHE_HOME want it, or, of the first, any.
std::string usual_folder();

} // namespace daphnia::cache
