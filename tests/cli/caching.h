// What tests of the cache share.
#pragma once

#include "process.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace daphnia::tests {

// A proof that takes some steps, a method that a run refutes, and one about which the solver gives up.
constexpr const char* kThree = R"(method Sum(n: nat) returns (s: nat)
  ensures s == n * (n + 1) / 2
{
  s := 0;
  var i := 0;
  while i < n
    invariant i <= n && s == i * (i + 1) / 2
  {
    i := i + 1;
    s := s + i;
  }
}

method Wrong(a: array<int>) returns (m: int)
  requires a.Length > 0
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= m
{
  m := a[0];
  var k := 1;
  while k < a.Length
    invariant 1 <= k <= a.Length
  {
    if a[k] > m {
      m := a[k];
    }
    k := k + 1;
  }
}

method Last(s: seq<int>) returns (x: int)
  ensures x in s
{
  x := s[|s| - 1];
}
)";

// What the report says but for what differs from run to run, and for where answers came from.
inline nlohmann::json verdicts(nlohmann::json document) {
    document["summary"].erase("cache");
    for (nlohmann::json& file : document["files"]) {
        for (nlohmann::json& declaration : file["declarations"]) {
            declaration.erase("seconds");
            declaration.erase("cached");
            for (nlohmann::json& obligation : declaration["obligations"]) {
                obligation.erase("seconds");
                obligation.erase("cached");
            }
        }
    }
    return document;
}

inline std::vector<std::filesystem::path> files_below(const std::string& folder) {
    std::vector<std::filesystem::path> result;
    std::error_code missing;
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder, missing)) {
        if (each.is_regular_file() && each.path().filename() != "CACHEDIR.TAG") {
            result.push_back(each.path());
        }
    }
    return result;
}

inline std::size_t count(const std::string& text, const std::string& part) {
    std::size_t result = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++result;
    }
    return result;
}

// Sets a variable of the environment, and takes it back.
class Variable {
  public:
    Variable(std::string name, const std::string& value) : name_(std::move(name)) {
        ::setenv(name_.c_str(), value.c_str(), 1);
    }
    ~Variable() { ::unsetenv(name_.c_str()); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    std::string name_;
};

} // namespace daphnia::tests
