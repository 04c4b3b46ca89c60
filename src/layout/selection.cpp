#include "layout/selection.h"

#include <algorithm>

namespace daphnia::layout {

namespace {

using support::SourceRange;

bool contains(SourceRange range, std::uint32_t offset) {
    return range.begin <= offset && offset <= range.end;
}

// Ranges around a place, from the innermost.
class Selection {
  public:
    Selection(const Text& text, std::uint32_t offset) : text_(text), offset_(offset) {}

    std::vector<SourceRange> run() {
        const std::uint32_t end = static_cast<std::uint32_t>(text_.file().text().size());
        if (end == 0) {
            return {};
        }
        found_.push_back(text_.range(0, end));
        part(text_.tree());
        if (const parse::Comment* comment = text_.comment_at(offset_)) {
            comment_lines(*comment);
        } else if (const auto word = text_.touching(offset_)) {
            found_.push_back(text_.range(text_.words()[*word].begin, text_.words()[*word].end));
        }
        std::reverse(found_.begin(), found_.end());
        return nested();
    }

  private:
    void part(const Node& node) {
        const Node* inner = nullptr;
        for (const Node& each : node.parts) {
            // Between two that touch, the one that begins there.
            if (each.begin < each.end && contains(text_.range(each), offset_)) {
                inner = &each;
            }
        }
        if (node.part == Part::Brackets || node.part == Part::Block || node.part == Part::Body) {
            content(node);
        }
        if (node.part == Part::Suffixed) {
            front(node);
        }
        if (inner != nullptr) {
            found_.push_back(text_.range(*inner));
            part(*inner);
        }
    }

    // What is between the brackets.
    void content(const Node& node) {
        if (node.end - node.begin > 2) {
            add(text_.range(text_.words()[node.begin + 1].begin, text_.words()[node.end - 2].end));
        }
    }

    // Of a.b.c: a.b, on the b.
    void front(const Node& node) {
        const auto word = text_.touching(offset_);
        if (word && *word > node.begin && *word + 1 < node.end && text_.word(*word - 1) == ".") {
            add(text_.range(text_.range(node).begin, text_.words()[*word].end));
        }
    }

    void add(SourceRange range) {
        if (contains(range, offset_)) {
            found_.push_back(range);
        }
    }

    // A comment, and the lines of comments that it is among.
    void comment_lines(const parse::Comment& comment) {
        const auto& all = text_.comments();
        auto first =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.begin == comment.begin; });
        auto last = first;
        const auto neighbours = [&](const parse::Comment& a, const parse::Comment& b) {
            const std::string_view gap = text_.file().text().substr(a.end, b.begin - a.end);
            return a.line && b.line && std::count(gap.begin(), gap.end(), '\n') == 1 &&
                   gap.find_first_not_of(" \t\r\n") == std::string_view::npos;
        };
        while (first != all.begin() && neighbours(*(first - 1), *first)) {
            --first;
        }
        while (last + 1 != all.end() && neighbours(*last, *(last + 1))) {
            ++last;
        }
        found_.push_back(text_.range(first->begin, last->end));
        found_.push_back(text_.range(comment.begin, comment.end));
    }

    // Those that are larger than the one before, and contain it.
    std::vector<SourceRange> nested() const {
        std::vector<SourceRange> result;
        for (const SourceRange& each : found_) {
            const bool larger = result.empty() || (each.begin <= result.back().begin && result.back().end <= each.end &&
                                                   !(each == result.back()));
            if (larger) {
                result.push_back(each);
            }
        }
        return result;
    }

    const Text& text_;
    std::uint32_t offset_;
    std::vector<SourceRange> found_; // from the outermost
};

} // namespace

std::vector<SourceRange> selection_ranges(const Text& text, std::uint32_t offset) {
    return Selection(text, offset).run();
}

} // namespace daphnia::layout
