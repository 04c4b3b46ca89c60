// What declarations have cost in an earlier run, as its JSON report says.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace daphnia::report {

class Costs {
  public:
    void add(const std::string& path, const std::string& declaration, std::uint64_t resources);
    // In the solver's units; nothing for a declaration that the report does not know.
    std::optional<std::uint64_t> find(const std::string& path, const std::string& declaration) const;
    // Of all; 0 when there are none.
    std::uint64_t mean() const;

  private:
    std::map<std::pair<std::string, std::string>, std::uint64_t> resources_; // by path and qualified name
};

// Throws InputError for a file that cannot be read or is no report.
Costs read_costs(const std::string& path);

} // namespace daphnia::report
