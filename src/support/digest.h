// SHA-256, and codes that only those who share a secret can make.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace daphnia::support {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view text);
// HMAC with SHA-256, likewise.
std::string hmac_sha256_hex(std::string_view secret, std::string_view text);

// The digest of a text that comes in parts.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256& other);
    Sha256& operator=(const Sha256& other) = delete;

    void add(std::string_view part);
    // As sha256_hex of all parts; nothing can be added afterwards.
    std::string hex() &&;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Whether two texts are equal, in a time that depends on their lengths alone.
bool equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace daphnia::support
