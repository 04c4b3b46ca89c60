// Texts with a cursor for the tests of layout.
#pragma once

#include "layout/text.h"
#include "parse/parse.h"
#include "support/diagnostics.h"
#include "support/source.h"

#include <memory>
#include <string>
#include <string_view>

namespace daphnia::layout {

// A text that has one `¦`, which is not part of it: where the cursor is.
struct Marked {
    explicit Marked(std::string text) {
        constexpr std::string_view kMark = "¦";
        offset = static_cast<std::uint32_t>(text.find(kMark));
        text.erase(offset, kMark.size());
        file = std::make_unique<support::SourceFile>("marked.dfy", std::move(text));
        content = std::make_unique<Text>(*file);
    }

    std::unique_ptr<support::SourceFile> file;
    std::unique_ptr<Text> content;
    std::uint32_t offset = 0;
};

inline bool parses(const std::string& text) {
    const support::SourceFile file("text.dfy", text);
    support::DiagnosticList problems;
    parse::parse(file, problems);
    return !problems.has_errors();
}

} // namespace daphnia::layout
