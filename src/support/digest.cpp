#include "support/digest.h"

#include "support/error.h"

// The functions of this library that find their algorithm by name take milliseconds when they are first called; those
// that are one algorithm take none.
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <array>
#include <cstddef>
#include <limits>

namespace daphnia::support {

namespace {

using Bytes = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

std::string hex_of(const Bytes& bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result;
    for (const unsigned char byte : bytes) {
        result += kDigits[byte >> 4U];
        result += kDigits[byte & 15U];
    }
    return result;
}

} // namespace

struct Sha256::State {
    SHA256_CTX context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    SHA256_Init(&state_->context);
}

Sha256::Sha256(const Sha256& other) : state_(std::make_unique<State>(*other.state_)) {}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view part) {
    SHA256_Update(&state_->context, part.data(), part.size());
}

std::string Sha256::hex() && {
    Bytes bytes{};
    SHA256_Final(bytes.data(), &state_->context);
    return hex_of(bytes);
}

std::string sha256_hex(std::string_view text) {
    Sha256 digest;
    digest.add(text);
    return std::move(digest).hex();
}

std::string hmac_sha256_hex(std::string_view secret, std::string_view text) {
    DAPHNIA_CHECK(secret.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()), "a secret of gigabytes");
    Bytes bytes{};
    unsigned length = 0;
    const auto* const result =
        HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(), bytes.data(), &length);
    DAPHNIA_CHECK(result != nullptr && length == bytes.size(), "the library has no HMAC");
    return hex_of(bytes);
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace daphnia::support
