#include "report/accepted.h"

#include "support/error.h"
#include "support/rules.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

namespace daphnia::report {

namespace {

using support::InputError;
using Json = nlohmann::ordered_json;

constexpr const char* kList = "accepted";

// What makes a finding the one that an entry names.
using Key = std::tuple<std::string, std::string, std::string, std::string>;

Key key_of(const AcceptedFinding& entry) {
    return {entry.file, entry.id, entry.declaration, entry.text};
}

std::filesystem::path settled(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path result = std::filesystem::weakly_canonical(path, error);
    return error ? path : result;
}

std::string folder_of(const std::string& path) {
    return settled(std::filesystem::absolute(path).parent_path()).string();
}

// What a file is called in a list in this folder.
std::string name_of(const support::SourceFile& file, const std::string& folder) {
    std::error_code error;
    if (!std::filesystem::exists(file.path(), error)) {
        return file.path(); // standard input
    }
    const std::filesystem::path whole = settled(file.path());
    const std::filesystem::path relative = whole.lexically_relative(folder);
    return (relative.empty() ? whole : relative).generic_string();
}

// A place is the same finding in every program that includes it.
using Place = std::pair<std::uint32_t, std::uint32_t>;

// The findings of a run by what they are called, each place once.
class Places {
  public:
    explicit Places(std::string folder) : folder_(std::move(folder)) {}

    Key key(const verify::Assumption& finding) {
        auto [name, added] = names_.try_emplace(finding.range.file);
        if (added) {
            name->second = finding.range.has_file() ? name_of(*finding.range.file, folder_) : "";
        }
        return {name->second, std::string(support::info(finding.rule).id), finding.declaration, finding.text};
    }
    // Which of the places of that name it is.
    std::size_t number(const verify::Assumption& finding) {
        std::vector<Place>& known = places_[key(finding)];
        const Place place{finding.range.begin, finding.range.end};
        const auto found = std::find(known.begin(), known.end(), place);
        const auto result = static_cast<std::size_t>(found - known.begin());
        if (found == known.end()) {
            known.push_back(place);
        }
        return result;
    }
    std::size_t count(const Key& key) const {
        const auto found = places_.find(key);
        return found == places_.end() ? 0 : found->second.size();
    }
    const std::map<Key, std::vector<Place>>& all() const { return places_; }

  private:
    std::string folder_;
    std::map<const support::SourceFile*, std::string> names_;
    std::map<Key, std::vector<Place>> places_;
};

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
    throw InputError(fmt::format("{}: not a list of accepted findings: {}", path, why));
}

std::string text_of(const Json& value, const std::string& path, const std::string& where) {
    if (!value.is_string()) {
        refuse(path, where + " is not a string");
    }
    return value.get<std::string>();
}

AcceptedFinding entry_of(const Json& object, const std::string& path, std::size_t number) {
    const std::string where = fmt::format("entry {}", number);
    if (!object.is_object()) {
        refuse(path, where + " is not an object");
    }
    AcceptedFinding result;
    const std::map<std::string, std::string*> texts = {{"file", &result.file},
                                                       {"id", &result.id},
                                                       {"declaration", &result.declaration},
                                                       {"text", &result.text},
                                                       {"reason", &result.reason}};
    for (const auto& [name, value] : object.items()) {
        const std::string field = fmt::format("'{}' of {}", name, where);
        if (name == "count") {
            if (!value.is_number_unsigned() || value.get<std::uint64_t>() == 0) {
                refuse(path, field + " is not a positive number");
            }
            result.count = value.get<std::size_t>();
        } else if (const auto target = texts.find(name); target != texts.end()) {
            *target->second = text_of(value, path, field);
        } else {
            refuse(path, field + " is not a field of an entry");
        }
    }
    for (const char* needed : {"file", "id", "declaration", "text"}) {
        if (!object.contains(needed)) {
            refuse(path, fmt::format("{} has no '{}'", where, needed));
        }
    }
    if (!support::rule_named(result.id)) {
        refuse(path, fmt::format("'id' of {} is no kind of finding: {}", where, result.id));
    }
    return result;
}

Json parsed(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::error_code error;
    if (!in || std::filesystem::is_directory(path, error)) {
        throw InputError(path + ": cannot be read");
    }
    const Json result = Json::parse(in, nullptr, false);
    if (in.bad()) {
        throw InputError(path + ": cannot be read");
    }
    if (result.is_discarded()) {
        refuse(path, "not JSON");
    }
    return result;
}

std::string written(const AcceptedFinding& entry) {
    Json object = {{"file", entry.file}, {"id", entry.id}, {"declaration", entry.declaration}, {"text", entry.text}};
    if (entry.count > 1) {
        object["count"] = entry.count;
    }
    object["reason"] = entry.reason;
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename Visit>
void for_each_finding(verify::Run& run, Visit visit) {
    for (verify::FileResult& file : run.files) {
        for (verify::Assumption& finding : file.assumptions) {
            visit(finding);
        }
    }
}

// What the files of the run are called.
std::set<std::string> names(const verify::Run& run, const std::string& folder) {
    std::set<std::string> result;
    for (const verify::FileResult& file : run.files) {
        if (file.source != nullptr && file.stage != verify::Stage::Rejected) {
            result.insert(name_of(*file.source, folder));
            for (const auto& included : file.included) {
                result.insert(name_of(*included, folder));
            }
        }
    }
    return result;
}

} // namespace

AcceptedFindings AcceptedFindings::read(const std::string& path) {
    AcceptedFindings result;
    result.folder_ = folder_of(path);
    const Json document = parsed(path);
    if (!document.is_object() || document.size() != 1 || !document.contains(kList) || !document[kList].is_array()) {
        refuse(path, fmt::format("it has one field, '{}', with a list", kList));
    }
    for (const Json& each : document[kList]) {
        result.entries_.push_back(entry_of(each, path, result.entries_.size() + 1));
    }
    return result;
}

std::vector<AcceptedFinding> AcceptedFindings::mark(verify::Run& run) const {
    std::map<Key, std::size_t> allowed;
    for (const AcceptedFinding& entry : entries_) {
        allowed[key_of(entry)] += entry.count;
    }
    Places places(folder_);
    for_each_finding(run, [&](verify::Assumption& finding) {
        const std::size_t number = places.number(finding);
        const auto found = allowed.find(places.key(finding));
        finding.accepted = found != allowed.end() && number < found->second;
    });
    const std::set<std::string> seen = names(run, folder_);
    std::vector<AcceptedFinding> stale;
    for (const AcceptedFinding& entry : entries_) {
        std::error_code error;
        const bool concerned =
            seen.contains(entry.file) || !std::filesystem::exists(std::filesystem::path(folder_) / entry.file, error);
        std::size_t& total = allowed.at(key_of(entry)); // of entries that are alike, the later ones are left over
        const std::size_t found = places.count(key_of(entry));
        if (concerned && total > found) {
            stale.push_back(entry);
            stale.back().count = std::min(entry.count, total - found);
            total -= stale.back().count;
        }
    }
    return stale;
}

std::string AcceptedFindings::accept_all(verify::Run& run, const std::string& path) const {
    Places places(folder_of(path));
    Places known(folder_);
    std::map<Key, std::string> reasons;
    for_each_finding(run, [&](verify::Assumption& finding) {
        places.number(finding);
        finding.accepted = true;
        const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const AcceptedFinding& each) {
            return key_of(each) == known.key(finding);
        });
        if (entry != entries_.end()) {
            reasons[places.key(finding)] = entry->reason;
        }
    });
    std::string result = fmt::format("{{\"{}\": [", kList);
    const char* separator = "\n";
    for (const auto& [key, found] : places.all()) {
        result += separator + written({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key),
                                       found.size(), reasons[key]});
        separator = ",\n";
    }
    return result + "\n]}\n";
}

} // namespace daphnia::report
