#include "support/digest.h"

// The functions of this library that find their algorithm by name take milliseconds when they are first called; those
// that are one algorithm take none.
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

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

// Of one text and another behind it.
Bytes digest(std::string_view first, std::string_view second) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, first.data(), first.size());
    SHA256_Update(&context, second.data(), second.size());
    Bytes bytes{};
    SHA256_Final(bytes.data(), &context);
    return bytes;
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
    return hex_of(digest(text, {}));
}

// RFC 2104. The library has this as well, but behind the table of all its algorithms, which makes each start of the
// program some milliseconds longer and the first use eight.
std::string hmac_sha256_hex(std::string_view secret, std::string_view text) {
    std::array<unsigned char, SHA256_CBLOCK> block{};
    if (secret.size() <= block.size()) {
        std::copy(secret.begin(), secret.end(), block.begin());
    } else {
        const Bytes bytes = digest(secret, {});
        std::copy(bytes.begin(), bytes.end(), block.begin());
    }
    const auto padded = [&](unsigned char pad) {
        std::string result;
        for (const unsigned char byte : block) {
            result += static_cast<char>(byte ^ pad);
        }
        return result;
    };
    const Bytes inner = digest(padded(0x36), text);
    return hex_of(digest(padded(0x5C), {reinterpret_cast<const char*>(inner.data()), inner.size()}));
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace daphnia::support
