#include "report/document.h"

namespace daphnia::report {

namespace {

constexpr int kDeepest = 100;

} // namespace

Document parse_document(const std::string& path) {
    const auto source = support::read_source_file(path);
    const auto within = [&](int depth, Document::parse_event_t, const Document&) {
        if (depth > kDeepest) {
            throw support::InputError(fmt::format("{}: is no report of Daphnia: it is nested too deeply", path));
        }
        return true;
    };
    try {
        return Document::parse(source->text(), within);
    } catch (const Document::exception& error) {
        throw support::InputError(fmt::format("{}: is no JSON: {}", path, error.what()));
    }
}

std::string path_of(const Document& range, const Document& file) {
    const bool elsewhere = range.is_object() && range.contains("file");
    return (elsewhere ? range : file).at(elsewhere ? "file" : "path").get<std::string>();
}

} // namespace daphnia::report
