#include "layout/edits.h"

#include "layout/clauses.h"

#include <algorithm>

namespace daphnia::layout {

namespace {

constexpr std::size_t kStep = 2;

using Path = std::vector<const Node*>;

std::string blanks(std::size_t number) {
    return std::string(number, ' ');
}

class Editor {
  public:
    explicit Editor(const Text& text) : text_(text) {}

    std::uint32_t begin(const Node& node) const { return text_.range(node).begin; }
    std::uint32_t end(const Node& node) const { return text_.range(node).end; }

    // Where what hangs from a part hangs from: its column; the indentation of its line, if it does not begin it.
    std::size_t base(const Node& node) const { return text_.indentation(begin(node)).size(); }

    bool begins_line(std::uint32_t offset) const {
        return text_.line_begin(offset) + text_.indentation(offset).size() == offset;
    }

    // Nothing but a comment follows on the line.
    bool ends_line(std::uint32_t offset) const {
        const std::size_t next = text_.first_at(offset);
        return next >= text_.words().size() || text_.words()[next].begin > text_.line_end(offset);
    }

    // Behind comments on the line that end there.
    std::uint32_t line_rest_end(std::uint32_t offset) const {
        std::uint32_t result = text_.line_end(offset);
        while (const parse::Comment* comment = text_.comment_at(result)) {
            if (comment->line || comment->end <= result) {
                break;
            }
            result = text_.line_end(comment->end);
        }
        return result;
    }

    // Lines of text, each indented, without a line break at the end.
    std::string lines(std::string_view content, std::size_t indentation) const {
        std::string result = blanks(indentation);
        for (const char c : content) {
            result += c == '\n' ? std::string(text_.line_break()) + blanks(indentation) : std::string(1, c);
        }
        return result;
    }

    // On lines of their own behind an offset; what is behind it on its line goes to the next one.
    TextEdit below(std::uint32_t offset, std::string_view content, std::size_t indentation,
                   std::size_t next_indentation) const {
        const std::string line_break(text_.line_break());
        if (ends_line(offset)) {
            const std::uint32_t at = line_rest_end(offset);
            return {text_.range(at, at), line_break + lines(content, indentation)};
        }
        std::uint32_t next = offset;
        while (next < text_.file().text().size() &&
               (text_.file().text()[next] == ' ' || text_.file().text()[next] == '\t')) {
            ++next;
        }
        return {text_.range(offset, next),
                line_break + lines(content, indentation) + line_break + blanks(next_indentation)};
    }

    TextEdit above(std::uint32_t offset, std::string_view content, std::string_view behind) const {
        const std::uint32_t line = text_.line_begin(offset);
        const std::size_t indentation = text_.indentation(offset).size();
        return {text_.range(line, line),
                lines(content, indentation) + std::string(text_.line_break()) + std::string(behind)};
    }

  private:
    const Text& text_;
};

template <typename Fits>
const Node* innermost(const Path& path, Fits fits) {
    const auto found = std::find_if(path.rbegin(), path.rend(), [&](const Node* node) { return fits(*node); });
    return found == path.rend() ? nullptr : *found;
}

bool allows(const Text& text, const Node& node, std::string_view keyword) {
    const auto clauses = clauses_of(text, node);
    return std::find(clauses.begin(), clauses.end(), keyword) != clauses.end();
}

bool is_body(const Node& node) {
    return node.part == Part::Block || node.part == Part::FunctionBody || node.part == Part::Body ||
           node.part == Part::Cases;
}

// Behind what a new clause comes; nothing: before the first one.
const Node* clause_before(const Text& text, const Node& owner, std::string_view keyword) {
    const auto order = clauses_of(text, owner);
    const auto place = [&](std::string_view each) { return std::find(order.begin(), order.end(), each); };
    const Node* result = nullptr;
    for (const Node& part : owner.parts) {
        if (part.part == Part::Clause && place(clause_keyword(text, part)) <= place(keyword)) {
            result = &part;
        }
    }
    return result;
}

// The statement around an offset that is one of a block or case.
const Node* statement_at(const Path& path) {
    for (std::size_t i = path.size(); i-- > 1;) {
        const Part outer = path[i - 1]->part;
        if (path[i]->part == Part::Statement && (outer == Part::Block || outer == Part::Case)) {
            return path[i];
        }
    }
    return nullptr;
}

bool is_closed(const Text& text, const Node& block) {
    return block.end - block.begin > 1 && text.word(block.end - 1) == "}" &&
           (block.parts.empty() || block.parts.back().end < block.end);
}

// The innermost block whose braces are around an offset, and what it belongs to.
std::pair<const Node*, const Node*> block_at(const Text& text, const Path& path, std::uint32_t offset) {
    for (std::size_t i = path.size(); i-- > 1;) {
        const support::SourceRange range = text.range(*path[i]);
        if (path[i]->part == Part::Block && range.begin < offset && offset < range.end && is_closed(text, *path[i])) {
            return {path[i], path[i - 1]};
        }
    }
    return {nullptr, nullptr};
}

} // namespace

std::optional<TextEdit> insert_clause(const Text& text, std::uint32_t offset, std::string_view clause) {
    const std::string keyword = clause_keyword(clause);
    const Node* owner = innermost(path_to(text, offset), [&](const Node& node) { return allows(text, node, keyword); });
    if (owner == nullptr) {
        return std::nullopt;
    }
    const Editor editor(text);
    const std::size_t base = editor.base(*owner);
    const Node* before = clause_before(text, *owner, keyword);
    const auto first = std::find_if(owner->parts.begin(), owner->parts.end(),
                                    [](const Node& part) { return part.part == Part::Clause || is_body(part); });
    if (before != nullptr) {
        const std::size_t next = before->end < owner->end && text.word(before->end) == "{" ? base : base + kStep;
        return editor.below(editor.end(*before), clause, base + kStep, next);
    }
    // Behind the head.
    const std::size_t head_end = first == owner->parts.end() ? owner->end : first->begin;
    if (head_end == owner->begin) {
        return std::nullopt;
    }
    const bool clause_next = first != owner->parts.end() && first->part == Part::Clause;
    return editor.below(text.words()[head_end - 1].end, clause, base + kStep, clause_next ? base + kStep : base);
}

std::optional<TextEdit> insert_before_statement(const Text& text, std::uint32_t offset, std::string_view statement) {
    const Node* node = statement_at(path_to(text, offset));
    if (node == nullptr) {
        return std::nullopt;
    }
    const Editor editor(text);
    const std::uint32_t begin = editor.begin(*node);
    if (editor.begins_line(begin)) {
        return editor.above(begin, statement, "");
    }
    return TextEdit{text.range(begin, begin), std::string(statement) + " "};
}

std::optional<TextEdit> insert_after_statement(const Text& text, std::uint32_t offset, std::string_view statement) {
    const Node* node = statement_at(path_to(text, offset));
    if (node == nullptr) {
        return std::nullopt;
    }
    const Editor editor(text);
    const std::uint32_t end = editor.end(*node);
    if (editor.begins_line(editor.begin(*node)) && editor.ends_line(end)) {
        return editor.below(end, statement, editor.base(*node), 0);
    }
    return TextEdit{text.range(end, end), " " + std::string(statement)};
}

std::optional<TextEdit> insert_at_end_of_block(const Text& text, std::uint32_t offset, std::string_view statement) {
    const auto [block, owner] = block_at(text, path_to(text, offset), offset);
    if (block == nullptr) {
        return std::nullopt;
    }
    const Editor editor(text);
    const std::uint32_t close = editor.end(*block) - 1;
    const std::string line_break(text.line_break());
    const std::size_t base = editor.base(*owner);
    if (editor.begins_line(close)) {
        const std::size_t content = text.indentation(close).size() + kStep;
        const std::uint32_t line = text.line_begin(close);
        return TextEdit{text.range(line, line), editor.lines(statement, content) + line_break};
    }
    const std::uint32_t last = text.words()[block->end - 2].end;
    if (block->parts.empty()) {
        return TextEdit{text.range(last, close),
                        line_break + editor.lines(statement, base + kStep) + line_break + blanks(base)};
    }
    return TextEdit{text.range(last, last), " " + std::string(statement)};
}

std::optional<TextEdit> insert_at_start_of_block(const Text& text, std::uint32_t offset, std::string_view statement) {
    const auto [block, owner] = block_at(text, path_to(text, offset), offset);
    if (block == nullptr) {
        return std::nullopt;
    }
    if (block->parts.empty()) {
        return insert_at_end_of_block(text, offset, statement);
    }
    const Editor editor(text);
    const std::uint32_t begin = editor.begin(block->parts.front());
    if (editor.begins_line(begin)) {
        const std::uint32_t open = editor.begin(*block) + 1;
        return editor.below(open, statement, text.indentation(begin).size(), 0);
    }
    return TextEdit{text.range(begin, begin), std::string(statement) + " "};
}

std::optional<TextEdit> append_cases(const Text& text, std::uint32_t offset, const std::vector<std::string>& cases) {
    const Node* match = innermost(path_to(text, offset), [&](const Node& node) {
        return node.part == Part::Match || (node.part == Part::Statement && text.word(node.keyword) == "match");
    });
    if (match == nullptr || cases.empty()) {
        return std::nullopt;
    }
    const Editor editor(text);
    const std::size_t base = editor.base(*match);
    std::string content;
    for (const std::string& each : cases) {
        content += (content.empty() ? "" : "\n") + each;
    }
    const Node& last = match->parts.empty() ? *match : match->parts.back();
    if (last.part == Part::Cases && !last.parts.empty()) {
        const Node& before = last.parts.back();
        const std::size_t column =
            editor.begins_line(editor.begin(before)) ? text.indentation(editor.begin(before)).size() : base + kStep;
        return editor.below(editor.end(before), content, column, base);
    }
    const bool braces = last.part == Part::Cases;
    if (!braces && match->parts.empty()) {
        return std::nullopt; // nothing to match on
    }
    const std::uint32_t behind = braces ? editor.begin(last) + 1 : editor.end(*match);
    const std::size_t column = braces ? base + kStep : base;
    return editor.below(behind, content, column, base);
}

std::optional<TextEdit> insert_before_declaration(const Text& text, std::uint32_t offset,
                                                  std::string_view declaration) {
    const Node* node =
        innermost(path_to(text, offset), [](const Node& each) { return each.part == Part::Declaration; });
    if (node == nullptr) {
        return std::nullopt;
    }
    const Editor editor(text);
    std::uint32_t begin = editor.begin(*node);
    const std::string line_break(text.line_break());
    if (!editor.begins_line(begin)) {
        return TextEdit{text.range(begin, begin), std::string(declaration) + " "};
    }
    // Comments on the lines right above belong to it.
    for (auto comment = text.comments().rbegin(); comment != text.comments().rend(); ++comment) {
        if (comment->begin >= begin) {
            continue;
        }
        const std::string_view gap = text.file().text().substr(comment->end, begin - comment->end);
        const bool right_above = gap.find_first_not_of(" \t\r\n") == std::string_view::npos &&
                                 std::count(gap.begin(), gap.end(), '\n') == 1 && editor.begins_line(comment->begin);
        if (!right_above) {
            break;
        }
        begin = comment->begin;
    }
    return editor.above(begin, declaration, line_break);
}

} // namespace daphnia::layout
