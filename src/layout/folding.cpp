#include "layout/folding.h"

#include <algorithm>
#include <map>

namespace daphnia::layout {

namespace {

class Folder {
  public:
    explicit Folder(const Text& text) : text_(text) {}

    std::vector<Fold> run() {
        part(text_.tree());
        comments();
        std::vector<Fold> result;
        for (const auto& [line, fold] : folds_) {
            result.push_back(fold);
        }
        return result;
    }

  private:
    std::uint32_t line_at(std::uint32_t offset) const { return text_.line_of(offset); }

    void add(std::uint32_t first, std::uint32_t last, FoldKind kind) {
        if (last <= first) {
            return;
        }
        const auto [known, is_new] = folds_.try_emplace(first, Fold{first, last, kind});
        if (!is_new && known->second.last_line < last) {
            known->second = {first, last, kind};
        }
    }

    // Up to the line before the bracket that closes it, if that begins its line.
    void brackets(const Node& node, FoldKind kind) {
        const support::SourceRange range = text_.range(node);
        const std::string_view last = text_.word(node.end - 1);
        const std::uint32_t close = range.end - static_cast<std::uint32_t>(last.size());
        const bool own_line = text_.line_begin(close) + text_.indentation(close).size() == close;
        add(line_at(range.begin), line_at(range.end) - (own_line ? 1 : 0), kind);
    }

    bool is_closed(const Node& node) const {
        return std::string_view(")]}>|").find(text_.word(node.end - 1)) != std::string_view::npos &&
               node.end - node.begin > 1 && (node.parts.empty() || node.parts.back().end < node.end);
    }

    void whole(support::SourceRange range, FoldKind kind) { add(line_at(range.begin), line_at(range.end), kind); }

    void part(const Node& node) {
        if (node.begin < node.end) {
            switch (node.part) {
            case Part::Body:
            case Part::Block:
            case Part::FunctionBody:
            case Part::Calculation:
                brackets(node, FoldKind::Body);
                break;
            case Part::Cases:
                if (text_.word(node.begin) == "{") {
                    brackets(node, FoldKind::Body);
                }
                break;
            case Part::Brackets:
                if (is_closed(node)) { // an open one would reach too far
                    brackets(node, FoldKind::Brackets);
                }
                break;
            case Part::Case:
                whole(text_.range(node), FoldKind::Case);
                break;
            case Part::Declaration:
            case Part::Statement:
                run_of(node, FoldKind::Specification, [](const Node& each) { return each.part == Part::Clause; });
                break;
            default:
                break;
            }
        }
        if (node.part == Part::File || node.part == Part::Body) {
            run_of(node, FoldKind::Imports, [&](const Node& each) {
                const std::string_view keyword = text_.word(each.keyword);
                return each.part == Part::Declaration && (keyword == "import" || keyword == "include");
            });
        }
        for (const Node& each : node.parts) {
            part(each);
        }
    }

    // Each run of neighbouring parts of a kind.
    template <typename Belongs>
    void run_of(const Node& node, FoldKind kind, Belongs belongs) {
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            if (!belongs(node.parts[i])) {
                continue;
            }
            const std::size_t first = i;
            while (i + 1 < node.parts.size() && belongs(node.parts[i + 1])) {
                ++i;
            }
            whole(text_.range(text_.range(node.parts[first]).begin, text_.range(node.parts[i]).end), kind);
        }
    }

    // Those of several lines, and neighbouring lines of nothing but comments.
    void comments() {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        for (const parse::Comment& comment : text_.comments()) {
            const bool alone =
                text_.line_begin(comment.begin) + text_.indentation(comment.begin).size() == comment.begin;
            const std::uint32_t line = line_at(comment.begin);
            if (!comment.line) {
                add(line, line_at(comment.end), FoldKind::Comment);
            } else if (alone && first != 0 && line == last + 1) {
                last = line;
            } else {
                add(first, last, FoldKind::Comment);
                first = last = alone ? line : 0;
            }
        }
        add(first, last, FoldKind::Comment);
    }

    const Text& text_;
    std::map<std::uint32_t, Fold> folds_;
};

} // namespace

std::vector<Fold> folds(const Text& text) {
    return Folder(text).run();
}

} // namespace daphnia::layout
