#include "report/costs.h"

#include "report/document.h"

namespace daphnia::report {

void Costs::add(const std::string& path, const std::string& declaration, std::uint64_t resources) {
    resources_[{path, declaration}] = resources;
}

std::optional<std::uint64_t> Costs::find(const std::string& path, const std::string& declaration) const {
    const auto found = resources_.find({path, declaration});
    return found == resources_.end() ? std::nullopt : std::optional(found->second);
}

std::uint64_t Costs::mean() const {
    // Of each its share, as the sum may be too large.
    const std::uint64_t count = resources_.size();
    std::uint64_t whole = 0;
    std::uint64_t rest = 0;
    for (const auto& [declaration, resources] : resources_) {
        whole += resources / count;
        rest += resources % count;
    }
    return count == 0 ? 0 : whole + rest / count;
}

Costs read_costs(const std::string& path) {
    return read_document(path, [](const Document& document) {
        Costs result;
        for (const Document& file : document.at("files")) {
            for (const Document& each : file.at("declarations")) {
                result.add(path_of(each.at("range"), file), each.at("name").get<std::string>(),
                           each.at("resources").get<std::uint64_t>());
            }
        }
        return result;
    });
}

} // namespace daphnia::report
