#include "layout/completion.h"

#include "layout/completer.h"

namespace daphnia::layout {

using parse::WordKind;
using parse::WordRole;

Completer::Completer(const Text& text, const Text& front, support::SourceRange word) : text_(text), front_(front) {
    result_.word = word;
    for (const Node* node = &front.tree(); node != nullptr;) {
        open_.push_back(node);
        const bool goes_on = !node->parts.empty() && node->parts.back().end == front.words().size();
        node = goes_on ? &node->parts.back() : nullptr;
    }
}

Completion Completer::run() {
    if (!by_last_word()) {
        by_shape();
    }
    std::sort(result_.keywords.begin(), result_.keywords.end());
    result_.keywords.erase(std::unique(result_.keywords.begin(), result_.keywords.end()), result_.keywords.end());
    return std::move(result_);
}

std::string_view Completer::last(std::size_t back) const {
    const std::size_t size = front_.words().size();
    return back <= size ? front_.word(size - back) : std::string_view();
}

const parse::Word* Completer::last_word(std::size_t back) const {
    const std::size_t size = front_.words().size();
    return back <= size ? &front_.words()[size - back] : nullptr;
}

bool Completer::is_keyword(std::initializer_list<std::string_view> words, std::size_t back) const {
    const parse::Word* word = last_word(back);
    return word != nullptr && word->kind != WordKind::Identifier && word->kind != WordKind::String &&
           word->role != WordRole::AttributeName && among(last(back), words);
}

const Node* Completer::innermost(std::initializer_list<Part> parts) const {
    for (auto node = open_.rbegin(); node != open_.rend(); ++node) {
        if (std::find(parts.begin(), parts.end(), (*node)->part) != parts.end() && !is_closed(**node)) {
            return *node;
        }
    }
    return nullptr;
}

bool Completer::is_closed(const Node& node) const {
    if (!among(last(), {"}", ")", "]", ">", "|"}) || node.end - node.begin < 2) {
        return false;
    }
    switch (node.part) {
    case Part::Body:
    case Part::Block:
    case Part::FunctionBody:
    case Part::Calculation:
    case Part::Cases:
    case Part::Brackets:
    case Part::Attribute:
        return node.parts.empty() || node.parts.back().end < node.end;
    default:
        return false;
    }
}

bool Completer::by_last_word() {
    const parse::Word* word = last_word();
    if (word == nullptr) {
        declaration();
        return true;
    }
    if (last() == ".") {
        member();
    } else if (last() == "{:" || word->role == WordRole::AttributeAt) {
        place(Place::Attribute);
    } else if (is_keyword({"import", "opened", "refines"})) {
        place(Place::Module);
        if (last() == "import") {
            result_.keywords = {"opened"};
        }
    } else if (is_keyword({"break", "continue"})) {
        place(Place::Label);
    } else if (is_keyword({"as", "is", "new", "extends", "->", "-->", "~>"}) || behind_type_colon() ||
               in_type_arguments()) {
        place(Place::Type);
        result_.keywords = type_keywords();
    } else if (declares_name()) {
        place(Place::Nothing);
    } else if (is_keyword({"case"})) {
        const Node* owner = innermost({Part::Match, Part::Statement});
        const bool guards =
            owner != nullptr && owner->part == Part::Statement && front_.word(owner->keyword) != "match";
        place(guards ? Place::Expression : Place::Pattern);
    } else {
        return false;
    }
    return true;
}

void Completer::member() {
    const bool module =
        innermost({Part::Declaration}) != nullptr && front_.word(innermost({Part::Declaration})->keyword) == "import";
    place(module ? Place::Module : Place::Member);
    const Node* node = innermost({Part::Suffixed, Part::Type});
    const std::uint32_t dot = last_word()->begin;
    const std::uint32_t begin = node != nullptr && node->end == front_.words().size() ? front_.range(*node).begin
                                : last_word(2) != nullptr                             ? last_word(2)->begin
                                                                                      : dot;
    result_.qualifier = text_.range(begin, dot);
}

bool Completer::declares_name() const {
    if (is_keyword({"method", "lemma", "function", "predicate", "class", "trait", "datatype", "codatatype", "newtype",
                    "type", "module", "iterator", "const", "var", "label", "forall", "exists", "for"})) {
        return true;
    }
    const Node* node = innermost({Part::Comprehension, Part::Brackets, Part::Statement, Part::Declaration});
    if (node == nullptr) {
        return false;
    }
    // Further variables of a declaration or quantifier.
    const bool variables =
        node->part == Part::Comprehension || (node->part == Part::Statement && front_.word(node->keyword) == "var");
    if (last() == "," && variables) {
        for (std::size_t i = node->begin; i < node->end; ++i) {
            if (among(front_.word(i), {"::", "|", ":=", ":|", ":-"})) {
                return false;
            }
        }
        return true;
    }
    return formals() && (last() == "(" || last() == "," || is_keyword({"ghost", "nameonly", "older"}));
}

bool Completer::formals() const {
    const Node* node = innermost({Part::Brackets, Part::Block, Part::FunctionBody, Part::Clause});
    return node != nullptr && node->part == Part::Brackets && front_.word(node->begin) == "(" && open_.size() > 1 &&
           std::find(open_.begin(), open_.end(), node) != open_.begin() &&
           among_heads((*(std::find(open_.begin(), open_.end(), node) - 1))->part);
}

bool Completer::behind_type_colon() const {
    if (last() != ":") {
        return false;
    }
    const parse::Word* before = last_word(2);
    const bool label = before != nullptr && (before->role == WordRole::LabelName || is_keyword({"label"}, 3));
    const Node* node = innermost({Part::Brackets});
    return !label && (node == nullptr || front_.word(node->begin) != "[");
}

bool Completer::in_type_arguments() const {
    for (std::size_t back = 1; last_word(back) != nullptr; ++back) {
        const parse::Word& word = *last_word(back);
        if (last(back) == "<") {
            const parse::Word* before = last_word(back + 1);
            return word.role == WordRole::TypeOpen || (before != nullptr && before->kind == WordKind::TypeName);
        }
        const bool of_types =
            word.kind == WordKind::Identifier || word.kind == WordKind::TypeName || among(last(back), {",", ">", "."});
        if (!of_types || (back == 1 && last(back) != ",")) {
            return false;
        }
    }
    return false;
}

namespace {

bool in_literal(const Text& text, std::uint32_t offset) {
    const auto touched = text.touching(offset);
    if (!touched) {
        return false;
    }
    const parse::Word& word = text.words()[*touched];
    if (word.kind == WordKind::Number) {
        return word.begin < offset;
    }
    const bool literal = word.kind == WordKind::String || word.kind == WordKind::Character;
    return literal && word.begin < offset && (offset < word.end || !word.closed);
}

} // namespace

Completion completion_at(const Text& text, std::uint32_t offset) {
    Completion nothing;
    nothing.word = text.range(offset, offset);
    if (text.comment_at(offset) != nullptr || in_literal(text, offset)) {
        return nothing;
    }
    std::uint32_t begin = offset;
    if (const auto touched = text.touching(offset)) {
        const parse::Word& word = text.words()[*touched];
        const bool typed =
            word.kind == WordKind::Identifier || word.kind == WordKind::Keyword || word.kind == WordKind::TypeName;
        begin = typed ? std::min(word.begin, offset) : offset;
    }
    const support::SourceFile file(text.file().path(), std::string(text.file().text().substr(0, begin)));
    const Text front(file);
    return Completer(text, front, text.range(begin, offset)).run();
}

} // namespace daphnia::layout
