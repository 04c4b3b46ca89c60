#include "support/digest.h"

#include "support/error.h"

#include <openssl/evp.h>

#include <array>

namespace daphnia::support {

std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    const int done = ::EVP_Digest(text.data(), text.size(), bytes.data(), &length, ::EVP_sha256(), nullptr);
    DAPHNIA_CHECK(done == 1 && length == 32, "SHA-256 could not be computed");
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result;
    for (unsigned int i = 0; i < length; ++i) {
        result += kDigits[bytes.at(i) >> 4U];
        result += kDigits[bytes.at(i) & 15U];
    }
    return result;
}

} // namespace daphnia::support
