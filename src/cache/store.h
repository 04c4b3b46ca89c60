// Where entries are kept: texts by keys of 64 hexadecimal digits.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace daphnia::cache {

// What went wrong with a store, in words for a user, without secrets.
class StoreFailure : public std::runtime_error {
  public:
    enum class Use : std::uint8_t {
        None, // it does not answer at all
        Some, // what was wanted does not work, and other things may
    };
    StoreFailure(Use left_, const std::string& what) : std::runtime_error(what), left(left_) {}
    Use left;
};

// One is made before processes fork, and used in each of them: what is opened is opened at the first use. Each function
// ends after a time that is known, and throws nothing but StoreFailure.
class Store {
  public:
    virtual ~Store() = default;
    virtual std::string name() const = 0; // for users
    virtual std::optional<std::string> get(const std::string& key) = 0;
    // Who reads the key meanwhile finds all of the old value or all of this one.
    virtual void put(const std::string& key, const std::string& value) = 0;
};

} // namespace daphnia::cache
