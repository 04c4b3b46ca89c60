#include "support/digest.h"

// The functions of this library that find their algorithm by name bring all algorithms into the program, and take
// milliseconds when they are first called; those that are one algorithm do neither.
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/sha.h>

#include <array>

namespace daphnia::support {

std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> bytes{};
    SHA256_CTX state;
    SHA256_Init(&state);
    SHA256_Update(&state, text.data(), text.size());
    SHA256_Final(bytes.data(), &state);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result;
    for (const unsigned char byte : bytes) {
        result += kDigits[byte >> 4U];
        result += kDigits[byte & 15U];
    }
    return result;
}

} // namespace daphnia::support
