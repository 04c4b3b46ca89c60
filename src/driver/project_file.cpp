// The only place that knows toml11, whose header takes longer to compile than any file of this folder.
#include "driver/project_file.h"

#include "support/error.h"
#include "support/source.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>

#include <toml.hpp>

namespace daphnia::driver {

namespace {

using support::InputError;
using Value = toml::basic_value<toml::discard_comments, std::map, std::vector>;

// The reader is recursive. No project file of use comes near this.
constexpr std::size_t kDeepestNesting = 1'000;

const std::vector<std::string> kKeys{"base", "includes", "excludes", "options"};

std::string place(const std::string& path, std::size_t line, std::size_t column) {
    return fmt::format("{}:{}:{}", path, line, column);
}

class Reader {
  public:
    explicit Reader(const std::string& path) : source_(support::read_source_file(path)) {}

    ProjectFile run() const {
        ProjectFile result;
        result.path = source_->path();
        const Value document = parsed();
        for (const auto& [key, value] : document.as_table()) {
            if (key == "base") {
                result.base = text(key, value);
            } else if (key == "includes") {
                result.includes = texts(key, value);
            } else if (key == "excludes") {
                result.excludes = texts(key, value);
            } else if (key == "options") {
                result.options = options(key, value);
            } else {
                const std::string meant = support::did_you_mean(key, kKeys);
                refuse(place_of(value), fmt::format("project files do not have the property '{}'{}{}", key,
                                                    meant.empty() ? "" : "; ", meant));
            }
        }
        return result;
    }

  private:
    [[noreturn]] static void refuse(const std::string& place, const std::string& reason) {
        throw InputError(fmt::format("{}: {}", place, reason));
    }

    Value parsed() const {
        refuse_deep_nesting();
        std::istringstream text{std::string(source_->text())};
        try {
            return toml::parse<toml::discard_comments, std::map, std::vector>(text, source_->path());
        } catch (const toml::exception& error) {
            refuse(place_of(error.location()), reason(error.what()));
        } catch (const std::exception& error) {
            refuse(source_->path(), fmt::format("is no TOML: {}", error.what()));
        }
    }

    void refuse_deep_nesting() const {
        std::size_t depth = 0;
        std::size_t line = 1;
        for (const char each : source_->text()) {
            line += each == '\n' ? 1 : 0;
            if (each == '[' || each == '{') {
                ++depth;
            } else if ((each == ']' || each == '}') && depth > 0) {
                --depth;
            }
            if (depth > kDeepestNesting) {
                refuse(place(source_->path(), line, 1),
                       fmt::format("more than {} brackets are open here", kDeepestNesting));
            }
        }
    }

    // "[error] toml::parse_array: the reason", with lines of the file below it.
    static std::string reason(std::string_view words) {
        words = words.substr(0, words.find('\n'));
        for (const std::string_view lead : {"[error] ", "toml::"}) {
            words.remove_prefix(words.starts_with(lead) ? lead.size() : 0);
        }
        const std::size_t function = words.find(": ");
        const bool named = function != std::string_view::npos && words.find(' ') > function;
        return fmt::format("is no TOML: {}", named ? words.substr(function + 2) : words);
    }

    // toml11 counts bytes.
    std::string place_of(const toml::source_location& location) const {
        const std::string_view line = source_->line(location.line());
        const std::string_view before = line.substr(0, std::min<std::size_t>(line.size(), location.column() - 1));
        const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
        const auto bytes = std::count_if(before.begin(), before.end(), continues);
        return place(source_->path(), location.line(), location.column() - static_cast<std::size_t>(bytes));
    }
    std::string place_of(const Value& value) const { return place_of(value.location()); }

    PlacedText text(const std::string& key, const Value& value) const {
        if (!value.is_string()) {
            refuse(place_of(value), fmt::format("'{}' is not a text but of type {}", key, type(value)));
        }
        return {value.as_string().str, place_of(value)};
    }

    std::vector<PlacedText> texts(const std::string& key, const Value& value) const {
        if (!value.is_array()) {
            refuse(place_of(value), fmt::format("'{}' is not a list of texts but of type {}", key, type(value)));
        }
        std::vector<PlacedText> result;
        for (const Value& each : value.as_array()) {
            result.push_back(text(fmt::format("{}[{}]", key, result.size()), each));
        }
        return result;
    }

    std::vector<ProjectOption> options(const std::string& key, const Value& value) const {
        if (!value.is_table()) {
            refuse(place_of(value), fmt::format("'{}' is not a table but of type {}", key, type(value)));
        }
        std::vector<ProjectOption> result;
        for (const auto& [name, each] : value.as_table()) {
            result.push_back({name, {}, true, place_of(each)});
            if (each.is_string()) {
                result.back().value = each.as_string().str;
            } else if (each.is_boolean()) {
                result.back().value = each.as_boolean() ? "true" : "false";
            } else if (each.is_integer()) {
                result.back().value = fmt::format("{}", each.as_integer());
            } else if (each.is_floating()) {
                result.back().value = fmt::format("{}", each.as_floating());
            } else {
                result.back().is_single = false;
            }
        }
        return result;
    }

    static std::string type(const Value& value) {
        std::ostringstream out;
        out << value.type();
        return out.str();
    }

    std::unique_ptr<const support::SourceFile> source_;
};

} // namespace

ProjectFile read_project_file(const std::string& path) {
    return Reader(path).run();
}

} // namespace daphnia::driver
