// Declarations in the role pass: where one ends and the next one starts, also when a brace is missing.
#include "parse/role_pass.h"

#include "DafnyLexer.h"

namespace daphnia::parse {

using L = DafnyLexer;

namespace {

// What a declaration is named by, after its modifiers.
bool is_head(std::size_t type) {
    switch (type) {
    case L::INCLUDE:
    case L::MODULE:
    case L::IMPORT:
    case L::EXPORT:
    case L::CLASS:
    case L::TRAIT:
    case L::DATATYPE:
    case L::CODATATYPE:
    case L::NEWTYPE:
    case L::TYPE:
    case L::ITERATOR:
    case L::CONST:
    case L::METHOD:
    case L::LEMMA:
    case L::CONSTRUCTOR:
    case L::FUNCTION:
    case L::PREDICATE:
    case L::VAR:
        return true;
    default:
        return false;
    }
}

bool is_modifier(std::size_t type) {
    switch (type) {
    case L::ABSTRACT:
    case L::GHOST:
    case L::STATIC:
    case L::OPAQUE:
    case L::REPLACEABLE:
    case L::TWOSTATE:
    case L::LEAST:
    case L::GREATEST:
        return true;
    default:
        return false;
    }
}

// May only stand in a module.
bool is_module_level(std::size_t type) {
    switch (type) {
    case L::INCLUDE:
    case L::MODULE:
    case L::IMPORT:
    case L::EXPORT:
    case L::CLASS:
    case L::TRAIT:
    case L::DATATYPE:
    case L::CODATATYPE:
    case L::NEWTYPE:
    case L::TYPE:
    case L::ITERATOR:
        return true;
    default:
        return false;
    }
}

} // namespace

bool RolePass::in_container_of_modules() const {
    return containers_.empty() || containers_.back() == L::MODULE;
}

// Handles the words that start a declaration; false when the word is none here.
bool RolePass::declaration_word(std::size_t type) {
    if (previous_ == L::LBRACE_COLON || previous_ == L::DOMAIN_ATTRIBUTE) {
        return false; // an attribute's name
    }
    const bool head = is_head(type);
    const bool second_word =
        type == L::METHOD && (previous_ == L::BY || previous_ == L::FUNCTION || previous_ == L::PREDICATE);
    if (level().mode != Mode::Declarations) {
        // These never occur inside a body: a closing bracket must be missing.
        if (head && type != L::VAR && type != L::TYPE && !second_word) {
            leave_unclosed(type);
        } else {
            return false;
        }
    }
    if (second_word) {
        emit(type);
        operand_end_ = false;
        return true;
    }
    const std::size_t next = next_type();
    const bool modifier = type == L::AT ? !(position_ > 0 && look_.touches_next(position_ - 1) && in_chunk_)
                          : type == L::OPAQUE || type == L::LEAST || type == L::GREATEST
                              ? is_head(next) || is_modifier(next)
                              : is_modifier(type);
    if (!head && !modifier) {
        return false;
    }
    if (type == L::GHOST && (previous_ == L::ASSIGN_EQ || previous_ == L::BAR)) {
        return false; // a ghost constructor of a datatype
    }
    // `ghost witness`, and let expressions in clauses and initial values
    if (head_ != 0 && (type == L::VAR || type == L::GHOST) &&
        (next == L::WITNESS || (!operand_end_ && (type == L::VAR || next == L::VAR)) || previous_ == L::GHOST_LET)) {
        return false;
    }
    if (head && is_module_level(type) && !in_container_of_modules()) {
        leave_unclosed(type);
    }
    if (!in_chunk_ || head_ != 0) {
        start_chunk();
    }
    if (head) {
        head_ = type;
        head_part_ = HeadPart::Keyword;
    }
    emit(type);
    operand_end_ = false;
    return true;
}

void RolePass::start_chunk() {
    if (in_chunk_) {
        finish_chunk(Chunk::Kind::Declaration, out_.size());
    }
    in_chunk_ = true;
    chunk_begin_ = out_.size();
    head_ = 0;
    head_part_ = HeadPart::Keyword;
    end_statement();
}

void RolePass::finish_chunk(Chunk::Kind kind, std::size_t end) {
    chunks_.push_back({kind, chunk_begin_, end, too_deep_});
    in_chunk_ = false;
    head_ = 0;
    too_deep_ = false;
    operand_end_ = false;
    previous_ = 0;
    before_previous_ = 0;
    end_statement();
}

// Something that is no declaration stands between declarations: the parser will report it.
void RolePass::stray() {
    start_chunk();
}

// A declaration starts where a body should have been closed first. Leaves all bodies that cannot hold it.
void RolePass::leave_unclosed(std::size_t type) {
    while (level().mode != Mode::Declarations) {
        pop();
    }
    if (in_chunk_) {
        // The modifiers in front of the word belong to the new declaration.
        std::size_t end = out_.size();
        while (end > chunk_begin_ && is_modifier(out_[end - 1].type)) {
            --end;
        }
        finish_chunk(Chunk::Kind::Declaration, end);
        if (end < out_.size()) {
            in_chunk_ = true;
            chunk_begin_ = end;
        }
    }
    while (is_module_level(type) && !in_container_of_modules()) {
        sink_.error(support::Rule::Syntax, {&file_, token().begin, token().end},
                    "expected '}' before '" + std::string(text(token())) + "': the body around it is not closed");
        containers_.pop_back();
        pop();
        chunks_.push_back({Chunk::Kind::Close, out_.size(), out_.size()});
    }
}

} // namespace daphnia::parse
