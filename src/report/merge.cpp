#include "report/merge.h"

#include "report/document.h"
#include "support/rules.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace daphnia::report {

namespace {

using support::InputError;

constexpr int kInternal = 70;

struct Shard {
    std::string path;
    Document document;
    std::size_t number;
};

std::size_t count_if(const Document& list, const char* field, const std::string& value) {
    return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](const Document& each) {
        return each.contains(field) && each.at(field) == value;
    }));
}

// Whatever the order of the fields is: a report may have been through other tools.
bool same(const Document& a, const Document& b) {
    return nlohmann::json(a) == nlohmann::json(b);
}

// Figures are added up, and everything else has to be the same.
Document combined(const Document& a, const Document& b, const std::string& what) {
    if (a.is_number_unsigned() && b.is_number_unsigned()) {
        return a.get<std::uint64_t>() + b.get<std::uint64_t>();
    }
    if (a.is_number() && b.is_number()) {
        return a.get<double>() + b.get<double>();
    }
    if (a.is_object() && b.is_object() && a.size() == b.size()) {
        Document result = Document::object();
        for (const auto& [key, value] : a.items()) {
            result[key] = combined(value, b.at(key), what + "." + key);
        }
        return result;
    }
    if (!same(a, b)) {
        throw InputError(fmt::format("the reports do not agree about {}", what));
    }
    return a;
}

// As diagnostics are sorted (support/diagnostics.h).
using Place = std::tuple<std::string, std::size_t, std::size_t, std::size_t, std::size_t>;

Place place(const Document& finding, const Document& file) {
    const Document& range = finding.at("range");
    if (range.is_null()) {
        return {};
    }
    const auto figure = [&](const char* end, const char* which) { return range.at(end).at(which).get<std::size_t>(); };
    return {path_of(range, file), figure("start", "line"), figure("start", "column"), figure("end", "line"),
            figure("end", "column")};
}

// The same file of all shards.
class FileMerger {
  public:
    FileMerger(const std::vector<Shard>& shards, std::size_t file) : shards_(shards), file_(file) {}

    Document run() const {
        require_same("shards");
        Document result = Document::object();
        for (const auto& [key, value] : first().items()) {
            if (key == "diagnostics") {
                result[key] = diagnostics();
            } else if (key == "declarations") {
                result[key] = declarations();
            } else if (key == "assumptions") {
                result[key] = assumptions();
            } else if (key != "shards") {
                require_same(key);
                result[key] = value;
            }
        }
        return result;
    }

  private:
    const Document& of(const Shard& shard) const { return shard.document.at("files").at(file_); }
    const Document& first() const { return of(shards_.front()); }

    void require_same(const std::string& key) const {
        for (const Shard& shard : shards_) {
            if (!same(of(shard).at(key), first().at(key))) {
                throw InputError(fmt::format("{} and {}: {} differ in '{}'", shards_.front().path, shard.path,
                                             first().at("path").get<std::string>(), key));
            }
        }
    }

    // What is said of a declaration is in one of the shards, and everything else in each.
    static bool is_of_declaration(const Document& diagnostic) {
        const std::string id = diagnostic.at("id");
        return diagnostic.contains("verdict") || id == "verification" || id == "check-solver" || id == "internal-error";
    }

    Document diagnostics() const {
        std::vector<Document> found;
        for (const Shard& shard : shards_) {
            for (const Document& each : of(shard).at("diagnostics")) {
                // A defect is one of a declaration, or of the stages before, which all shards go through.
                const bool known =
                    each.at("id") == "internal-error" && std::find(found.begin(), found.end(), each) != found.end();
                if (!known && (is_of_declaration(each) || &shard == &shards_.front())) {
                    found.push_back(each);
                }
            }
        }
        const auto key = [this](const Document& each) {
            const auto rule = support::rule_named(each.at("id").get<std::string>());
            return std::tuple(place(each, first()), rule, each.at("message").get<std::string>());
        };
        return sorted(std::move(found), key);
    }

    Document assumptions() const {
        std::vector<Document> found;
        for (const Shard& shard : shards_) {
            for (const Document& each : of(shard).at("assumptions")) {
                const std::string id = each.at("id");
                if (id == "unmet-requires" || id == "empty-type" || &shard == &shards_.front()) {
                    found.push_back(each);
                }
            }
        }
        return sorted(std::move(found), [this](const Document& each) { return place(each, first()); });
    }

    template <typename Key>
    static Document sorted(std::vector<Document> found, Key key) {
        std::stable_sort(found.begin(), found.end(),
                         [&](const Document& a, const Document& b) { return key(a) < key(b); });
        return found.empty() ? Document::array() : Document(std::move(found));
    }

    // In the order of the whole, which each shard knows. A declaration on which Daphnia failed is in none.
    Document declarations() const {
        Document result = Document::array();
        std::vector<std::size_t> next(shards_.size(), 0);
        for (const Document& part : first().at("shards")) {
            const auto number = part.get<std::size_t>();
            if (number < 1 || number > shards_.size()) {
                throw InputError(fmt::format("{}: there is no shard {}", shards_.front().path, number));
            }
            const Shard& shard = shards_.at(number - 1);
            const Document& list = of(shard).at("declarations");
            if (next[number - 1] < list.size()) {
                result.push_back(list.at(next[number - 1]++));
            } else if (shard.document.at("exit_code") != kInternal) {
                throw InputError(fmt::format("{}: declarations of {} are missing", shard.path,
                                             first().at("path").get<std::string>()));
            }
        }
        for (std::size_t i = 0; i < shards_.size(); ++i) {
            if (next[i] != of(shards_[i]).at("declarations").size()) {
                throw InputError(fmt::format("{}: there are declarations of {} that are none of this shard",
                                             shards_[i].path, first().at("path").get<std::string>()));
            }
        }
        return result;
    }

    const std::vector<Shard>& shards_;
    std::size_t file_;
};

Shard read(const std::string& path) {
    return read_document(path, [&](const Document& document) {
        if (!document.contains("shard")) {
            throw InputError(fmt::format("{}: is no report of a shard", path));
        }
        const auto number = document.at("shard").at("number").get<std::size_t>();
        const auto of = document.at("shard").at("of").get<std::size_t>();
        if (number < 1 || number > of) {
            throw InputError(fmt::format("{}: there is no shard {} of {}", path, number, of));
        }
        return Shard{path, document, number};
    });
}

void require_same_whole(const Shard& a, const Shard& b) {
    const auto differ = [&](const char* what) {
        throw InputError(fmt::format("{} and {} are not parts of one run: {} differ", a.path, b.path, what));
    };
    if (!same(a.document.at("tool"), b.document.at("tool"))) {
        differ("the versions");
    }
    const Document& one = a.document.at("shard");
    const Document& other = b.document.at("shard");
    for (const auto& [key, what] : std::map<const char*, const char*>{{"of", "the numbers of shards"},
                                                                      {"unit", "the units"},
                                                                      {"balanced_by", "the measures"},
                                                                      {"options", "the options"},
                                                                      {"inputs", "the files"}}) {
        if (!same(one.at(key), other.at(key))) {
            differ(what);
        }
    }
    if (a.document.at("files").size() != b.document.at("files").size()) {
        differ("the files");
    }
}

// In the order of their numbers, each there once.
void require_all(const std::vector<Shard>& shards) {
    for (std::size_t i = 0; i + 1 < shards.size(); ++i) {
        if (shards[i].number == shards[i + 1].number) {
            throw InputError(fmt::format("shard {} is there twice: {} and {}", shards[i].number, shards[i].path,
                                         shards[i + 1].path));
        }
    }
    const auto of = shards.front().document.at("shard").at("of").get<std::size_t>();
    for (std::size_t i = 0; i < of; ++i) {
        if (i == shards.size() || shards[i].number != i + 1) {
            throw InputError(fmt::format("shard {} of {} is missing", i + 1, of));
        }
    }
}

Document summary(const std::vector<Shard>& shards, const Document& files) {
    Document result = shards.front().document.at("summary");
    for (std::size_t i = 1; i < shards.size(); ++i) {
        result = combined(result, shards[i].document.at("summary"), "the summary");
    }
    std::map<std::string, std::size_t> sums;
    for (const Document& file : files) {
        sums["verified"] += count_if(file.at("declarations"), "verdict", "proved");
        sums["errors"] += count_if(file.at("diagnostics"), "severity", "error");
        sums["refuted"] += count_if(file.at("diagnostics"), "verdict", "refuted");
        sums["warnings"] += count_if(file.at("diagnostics"), "severity", "warning");
        sums["assumptions"] += file.at("assumptions").size();
    }
    for (const auto& [key, value] : sums) {
        result[key] = value;
    }
    return result;
}

// What failed earliest decides, as in a single run: files that are rejected are so in every shard, and warnings that
// are not allowed come after what is not proved.
int exit_code(const std::vector<Shard>& shards, const Document& files) {
    const auto any = [&](int code) {
        return std::any_of(shards.begin(), shards.end(),
                           [code](const Shard& shard) { return shard.document.at("exit_code") == code; });
    };
    constexpr int kRejected = 2;
    const bool rejected = count_if(files, "stage", "rejected") > 0;
    for (const int code : {kInternal, 1, rejected ? kRejected : 4, 4, kRejected}) {
        if (any(code)) {
            return code;
        }
    }
    return 0;
}

Document merged_files(const std::vector<Shard>& shards) {
    Document result = Document::array();
    for (std::size_t file = 0; file < shards.front().document.at("files").size(); ++file) {
        result.push_back(FileMerger(shards, file).run());
    }
    return result;
}

Document merged(const std::vector<Shard>& shards) {
    const Document files = merged_files(shards);
    Document result = Document::object();
    for (const auto& [key, value] : shards.front().document.items()) {
        if (key == "files") {
            result[key] = files;
        } else if (key == "summary") {
            result[key] = summary(shards, files);
        } else if (key == "exit_code") {
            result[key] = exit_code(shards, files);
        } else if (key == "tool") {
            result[key] = value;
        } else if (key != "shard") {
            Document all = value;
            for (std::size_t i = 1; i < shards.size(); ++i) {
                all = combined(all, shards[i].document.at(key), fmt::format("'{}'", key));
            }
            result[key] = std::move(all);
        }
    }
    return result;
}

} // namespace

Merged merge_reports(const std::vector<std::string>& paths) {
    std::vector<Shard> shards;
    for (const std::string& path : paths) {
        shards.push_back(read(path));
    }
    try {
        for (const Shard& shard : shards) {
            require_same_whole(shards.front(), shard);
        }
        std::stable_sort(shards.begin(), shards.end(),
                         [](const Shard& a, const Shard& b) { return a.number < b.number; });
        require_all(shards);
        const Document document = merged(shards);
        return {document.dump(2, ' ', false, Document::error_handler_t::replace) + "\n",
                document.at("exit_code").get<int>()};
    } catch (const Document::exception& error) {
        throw InputError(fmt::format("the reports are none of Daphnia's: {}", error.what()));
    }
}

} // namespace daphnia::report
