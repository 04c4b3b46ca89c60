#include "report/formats.h"

#include <array>

namespace daphnia::report {

namespace {

using Writer = void (*)(const verify::Run&, const Context&, std::ostream&);

struct Entry {
    Format format;
    std::string_view name;
    Writer writer;
};

constexpr std::array kFormats{
    Entry{
        Format::Text, "text",
        [](const verify::Run& run, const Context& context, std::ostream& out) { write_text(run, context.text, out); }},
    Entry{
        Format::Json, "json",
        [](const verify::Run& run, const Context& context, std::ostream& out) { write_json(run, context.tool, out); }},
    Entry{Format::Sarif, "sarif", write_sarif},
    Entry{Format::Junit, "junit", write_junit},
    Entry{Format::GitHub, "github", write_github},
    Entry{Format::GitLab, "gitlab", write_gitlab},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kFormats.size(); ++i) {
        if (static_cast<std::size_t>(kFormats.at(i).format) != i) {
            return false;
        }
    }
    return true;
}
static_assert(in_order());

} // namespace

std::vector<std::string> format_names() {
    std::vector<std::string> result;
    for (const Entry& each : kFormats) {
        result.emplace_back(each.name);
    }
    return result;
}

void write(Format format, const verify::Run& run, const Context& context, std::ostream& out) {
    kFormats.at(static_cast<std::size_t>(format)).writer(run, context, out);
}

} // namespace daphnia::report
